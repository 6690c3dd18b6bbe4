import type { Handle, Resolver } from './operation.ts';

const kinds = new Map<string, Resolver<string, Handle>>();

/** Notes how a kind of thing is found, by the name of its handle; each declared operation does. */
export function noteKind(resolver: Resolver<string, Handle>): void {
  kinds.set(resolver.name, resolver);
}

/** Every kind of thing that some operation is about. */
export function kindsOfThings(): ReadonlyMap<string, Resolver<string, Handle>> {
  return kinds;
}
