import type { Handle, Resolver } from '#platform/server/operation.ts';
import { findPartOf } from './placeStore.ts';
import '#modules/enterprises/index.server.ts';
import './permissions.ts';

/** A person who plays a part within the caller's sight. The place is one of theirs; there may be more. */
export const personHandle: Resolver<'person', Handle> = {
  name: 'person',
  seenWith: 'enterprise.read',
  find: findPartOf,
};
