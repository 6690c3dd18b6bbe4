import { z } from 'zod';
import { choice, code, flag, maybe, text } from '#shared/inputs.ts';
import { careKind } from '#modules/enterprises/index.ts';
import { codeIds, type CodeIn, type CodeList } from './rules/codeBook.ts';
import { normaliseCommittee } from './rules/committeeNumber.ts';
import type { ProgrammeDefinition } from './rules/programmeDefinition.ts';

/** One code of a list of the code book. */
export const codeOf = <List extends CodeList>(list: List) => choice<CodeIn<List>>(codeIds(list));

/** A joint committee as typed; comes out as `124` or `149.01`. */
export const committee = () =>
  text(40).transform((typed, context): string => {
    const number = normaliseCommittee(typed);
    if (number !== undefined) return number;
    context.issues.push({ code: 'custom', message: 'programmes:error.committee', input: typed });
    return z.NEVER;
  });

/** The id of a sector that this programme knows. */
export const sectorOf = (programme: Pick<ProgrammeDefinition, 'sectors'>) =>
  code().refine((id) => programme.sectors.some((sector) => sector.id === id), 'programmes:error.sector');

/** What somebody says to be led to a fund. */
export const RouteInput = (programme: Pick<ProgrammeDefinition, 'sectors'>) =>
  z.object({
    sector: sectorOf(programme),
    isLocalAuthority: flag(),
    careKind: maybe(careKind()),
    committee: maybe(committee()),
  });
