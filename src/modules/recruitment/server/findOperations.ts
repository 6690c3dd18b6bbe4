import { readProgramme } from '#modules/programmes/index.server.ts';
import { findInRegister } from '#modules/register/index.server.ts';
import { requestAddress } from '#modules/register/index.ts';
import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import { nothing, query } from '#platform/server/operation.ts';
import { FindInput } from '../requestInputs.ts';
import type { FindView } from '../rules/views.ts';

const shown = 10;

/**
 * Looks an enterprise up for «help me further». Choosing one is a link to the form, filled in. Somebody who works as a natural
 * person is found by their number, which only who knows it can type, and not by their name.
 */
export const findEnterprise = query({
  name: 'recruitment.findEnterprise',
  input: FindInput,
  on: nothing,
  needs: {
    public: 'the register is public; natural persons are found by their number only',
    sees: 'nothing',
    perTenMinutes: 100,
  },
  example: () => ({ words: 'bakkerij', place: 'Temse' }),
  async run({ db, input, actor }): Promise<FindView> {
    const { words, place, scan } = input;
    const programme = await readProgramme(db);
    const search = await findInRegister(db, { words, place }, { atMost: shown, legalOnly: true }, actor.locale);
    const sectors = programme?.definition.sectors ?? [];
    return {
      words,
      place,
      scan,
      asked: search.asked,
      alike: search.alike,
      found: search.found.map((one) => ({
        foundBy: one.foundBy,
        number: formatEnterpriseNumber(one.number),
        name: one.name,
        place: [one.zip, one.municipality].filter(Boolean).join(' '),
        activity: one.activity?.words ?? null,
        choose: requestAddress(one, sectors, actor.locale, scan),
      })),
    };
  },
});
