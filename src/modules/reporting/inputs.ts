import { z } from 'zod';
import { maybe, plainDate, text, wholeNumber } from '#shared/inputs.ts';
import { attentionKinds, homeRoles } from './rules/codes.ts';
import { entryFilters } from './rules/entryKinds.ts';

/** A mangled part of an address is as if it were not there: a list is never a 404. */
const pageKey = z.string().max(400).optional().catch(undefined);

export const ReadHomeInput = z.object({
  role: z.enum(homeRoles).optional().catch(undefined),
  /** Where the page of tasks before this one ended. */
  after: pageKey,
  /** Where the page of one's own trajectories (or an auditor's decisions) before this one ended. */
  mine: pageKey,
  /** A day of the week that a consultant looks at. */
  week: z.string().max(10).optional().catch(undefined),
});

export const ListAttentionInput = z.object({
  kind: z.enum(attentionKinds).default('quiet').catch('quiet'),
  after: pageKey,
});

export const ReadEnterpriseInput = z.object({
  enterprise: z.uuid(),
  show: z.enum(entryFilters).default('everything').catch('everything'),
  from: maybe(plainDate()).catch(undefined),
  until: maybe(plainDate()).catch(undefined),
  /** Words that must all stand in a line, or in what was written beside it. */
  words: maybe(text(100)).catch(undefined),
  trajectory: maybe(z.uuid()).catch(undefined),
  provider: maybe(z.uuid()).catch(undefined),
  after: pageKey,
});

/** Drawing a sample; without a seed nothing is drawn and the form stands there. What cannot be read gets its usual value, which the page shows. */
export const DrawSampleInput = z.object({
  seed: maybe(text(60)).catch(undefined),
  size: maybe(wholeNumber({ minimum: 1, maximum: 200 })).catch(undefined),
  lot: maybe(z.uuid()).catch(undefined),
  until: maybe(plainDate()).catch(undefined),
});

export const TakeFileInput = z.object({ trajectory: z.uuid() });

/** What was typed into the search box; anything that cannot be searched for finds nothing, and says what can. */
export const SearchInput = z.object({ words: maybe(text(200)).catch(undefined) });
