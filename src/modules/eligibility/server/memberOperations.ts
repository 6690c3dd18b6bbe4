import { z } from 'zod';
import { findInRegister, searchWords } from '#modules/register/index.server.ts';
import { trajectoryHandle } from '#modules/trajectories/index.server.ts';
import { query } from '#platform/server/operation.ts';
import { id } from '#shared/inputs.ts';
import type { MembersFound } from '../rules/membersFound.ts';
import './permissions.ts';

export { soughtWords } from '../rules/soughtMember.ts';

const shown = 8;

/**
 * Enterprises of the register that may belong to the group of this one, for whoever decides. Somebody who works as a natural person
 * is not among them, by name or by number: of a person in a group no name is kept.
 */
export const findMember = query({
  name: 'eligibility.findMember',
  input: z.object({ trajectory: id(), words: searchWords() }),
  on: trajectoryHandle,
  needs: 'eligibility.decide',
  example: (world) => ({ trajectory: world['trajectory']!, words: 'bakkerij' }),
  async run({ db, input: { words }, actor }): Promise<MembersFound> {
    const search = await findInRegister(db, { words, place: '' }, { atMost: shown, legalOnly: true }, actor.locale);
    const found = search.found.filter(({ naturalPerson }) => !naturalPerson);
    return { words, asked: search.asked, alike: search.alike && found.length > 0, found };
  },
});
