import { findEnterpriseByNumber } from '#modules/enterprises/index.server.ts';
import { readProgramme } from '#modules/programmes/index.server.ts';
import { nothing, query } from '#platform/server/operation.ts';
import { notFound } from '#platform/server/errors.ts';
import '../text/index.ts';
import { ReadRegisterInput, SearchRegisterInput } from '../inputs.ts';
import { requestAddress } from '../rules/requestAddress.ts';
import type { RegisterEnterpriseView, RegisterSearchView } from '../rules/views.ts';
import { factsFromRegister } from './facts.ts';
import { readExtract } from './factsStore.ts';
import './permissions.ts';
import { findInRegister } from './search.ts';

const shown = 12;

/** The enterprises of the register by number, or by name (typing mistakes allowed) and place. */
export const searchInRegister = query({
  name: 'register.search',
  input: SearchRegisterInput,
  on: nothing,
  needs: 'register.read',
  example: () => ({ words: 'bakkerij', place: '9140' }),
  async run({ db, input, actor }): Promise<RegisterSearchView> {
    const found = await findInRegister(db, input, { atMost: shown, legalOnly: false }, actor.locale);
    return { ...input, ...found, extract: (await readExtract(db)) ?? null };
  },
});

/** What the register says of one enterprise. */
export const readInRegister = query({
  name: 'register.read',
  input: ReadRegisterInput,
  on: nothing,
  needs: 'register.read',
  example: () => ({ number: '0190090009' }),
  async run({ db, input, actor }): Promise<RegisterEnterpriseView> {
    const [facts] = await factsFromRegister(db, [input.number], actor.locale);
    if (!facts) throw notFound();
    const programme = await readProgramme(db);
    const known = programme ? await findEnterpriseByNumber(db, programme.id, facts.number) : undefined;
    const sectors = programme?.definition.sectors ?? [];
    return { facts, enterprise: known?.id ?? null, request: requestAddress(facts, sectors, actor.locale) };
  },
});
