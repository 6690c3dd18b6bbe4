import { findLot } from '#modules/programmes/index.ts';
import { readProgramme, type Programme } from '#modules/programmes/index.server.ts';
import { sectorOfNace } from '#modules/register/index.ts';
import { factsFromRegister } from '#modules/register/index.server.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { EditConflict, invalid, notFound } from '#platform/server/errors.ts';
import { command, mayOn, query } from '#platform/server/operation.ts';
import { readPeople } from '#platform/server/people.ts';
import { z } from 'zod';
import { id } from '#shared/inputs.ts';
import type { Locale } from '#shared/localised.ts';
import { mergeEdits } from '#shared/mergeEdits.ts';
import { ChangeFactsInput, FactsInput, type FactsTyped } from '../factsInputs.ts';
import { formatEnterpriseNumber } from '../rules/enterpriseNumber.ts';
import type { FactsView } from '../rules/views.ts';
import { enterpriseHandle } from './handle.ts';
import { noteOrigins, originsOf } from './originStore.ts';
import { contactsOf, readEnterpriseRow, withAccount, writeEnterpriseFacts, type EnterpriseRow } from './store.ts';

const factsOf = (row: EnterpriseRow): FactsTyped => ({
  name: row.name,
  municipality: row.municipality,
  sectorCode: row.sectorCode,
  jointCommittees: row.jointCommittees.map(({ number, workers }) => ({ number, workers })),
  workers: row.workers,
  locale: row.locale,
});

/** What is known of an enterprise and of the people whom we may contact. */
export const readFacts = query({
  name: 'enterprises.readFacts',
  input: z.object({ enterprise: id() }),
  on: enterpriseHandle,
  needs: 'enterprise.read',
  example: (world) => ({ enterprise: world['enterprise']! }),
  async run({ enterprise, db, actor, beyond }): Promise<FactsView> {
    const { locale } = actor;
    const row = await readEnterpriseRow(db, enterprise.id);
    const programme = await readProgramme(db, enterprise.programme);
    if (!row || !programme) throw notFound();
    const contacts = await contactsOf(db, row.id);
    const ids = contacts.map(({ person }) => person);
    const origins = await originsOf(db, row.id);
    const people = await readPeople(db, [...ids, ...origins.flatMap(({ by }) => by ?? [])]);
    const accounts = await beyond(
      'whether a contact signs in decides who changes their name; which role is not told',
      () => withAccount(db, ids),
    );
    const byName = new Intl.Collator(locale);
    return {
      enterprise: { ...row, number: formatEnterpriseNumber(row.number) },
      shown: JSON.stringify(factsOf(row)),
      sectors: programme.definition.sectors
        .map((sector) => ({ id: sector.id, name: sector.name[locale], committees: sector.jointCommittees }))
        .sort((a, b) => byName.compare(a.name, b.name)),
      committees: programme.definition.jointCommittees.map(({ number, name }) => ({ number, name: name[locale] })),
      ...placeOf(programme, row),
      contacts: contacts.map((contact) => {
        const person = people.get(contact.person);
        return {
          id: contact.id,
          person: contact.person,
          name: person?.name ?? '—',
          email: person?.email ?? null,
          phone: person?.phone ?? null,
          capacity: contact.capacity,
          main: contact.main,
          account: accounts.has(contact.person),
          erased: person?.erased ?? true,
        };
      }),
      origins: origins.map((origin) => ({ ...origin, by: origin.by && (people.get(origin.by)?.name ?? '—') })),
      mayChange: mayOn(actor, 'enterprise.change', enterprise),
      registered: mayOn(actor, 'register.read', enterprise) ? await inRegister(db, row, programme, locale) : null,
      mayHelp: mayOn(actor, 'privacy.help', enterprise),
    };
  },
});

async function inRegister(
  db: Db,
  row: EnterpriseRow,
  { definition }: Programme,
  locale: Locale,
): Promise<FactsView['registered']> {
  const [facts] = await factsFromRegister(db, [row.number], locale);
  if (!facts) return null;
  const sectors = definition.sectors.map((sector) => sector.id);
  const said = {
    name: facts.name,
    municipality: [facts.zip, facts.municipality].filter(Boolean).join(' ') || null,
    sectorCode: facts.activity ? sectorOfNace(facts.activity.code, sectors) : null,
  };
  const differs =
    said.name !== row.name ||
    (said.municipality !== null && said.municipality !== row.municipality) ||
    (said.sectorCode !== null && said.sectorCode !== row.sectorCode);
  return { ...said, differs };
}

function placeOf(programme: Programme, row: EnterpriseRow): Pick<FactsView, 'lots' | 'lot' | 'fund'> {
  const lot = programme.lots.find(({ id: one }) => one === row.lot)?.number ?? null;
  const decision = findLot(programme.definition, {
    jointCommittees: row.jointCommittees,
    isLocalAuthority: row.organisationKind === 'local_authority',
    careKind: row.careKind ?? undefined,
  });
  const found = decision.outcome === 'lot' ? [decision.lot!] : decision.shares.map(({ lot: one }) => one);
  return {
    lot,
    lots: found.length > 1 || (found.length === 1 && lot !== null && found[0] !== lot) ? found : [],
    fund: programme.providers.find(({ id: one }) => one === row.provider)?.name ?? null,
  };
}

/**
 * Writes what somebody changed. Two people at one enterprise: what only one of them changed is kept, and what both changed
 * differently is shown to the second, who decides.
 */
export const changeFacts = command({
  name: 'enterprises.changeFacts',
  input: ChangeFactsInput,
  on: enterpriseHandle,
  needs: 'enterprise.change',
  example: (world) => ({
    enterprise: world['enterprise']!,
    version: 1,
    shown: '{}',
    name: 'Bakkerij De Proefvraag',
    municipality: '9140 Temse',
    jointCommittees: [{ number: '118', workers: '12' }],
    workers: '14',
    locale: 'nl',
  }),
  async run({ enterprise, db, input, actor, now: at }) {
    const row = await readEnterpriseRow(db, enterprise.id);
    const programme = await readProgramme(db, enterprise.programme);
    if (!row || !programme) throw notFound();
    const typed = FactsInput.parse(input);
    if (typed.sectorCode && !programme.definition.sectors.some(({ id: one }) => one === typed.sectorCode))
      throw invalid('sectorCode', 'programmes:error.sector');
    const now = factsOf(row);
    const { merged, conflicts } =
      row.version === input.version
        ? { merged: typed, conflicts: [] }
        : mergeEdits<Partial<FactsTyped>>(input.shown, typed, now);
    if (conflicts.length > 0) throw new EditConflict(now, conflicts);
    const facts = merged as FactsTyped;
    await writeEnterpriseFacts(db, row.id, facts, row.version);
    await noteOrigins(
      db,
      row,
      { before: now, after: facts },
      { source: 'correction', by: actor.kind === 'person' ? actor.id : null, at },
    );
    const changed = (Object.keys(now) as (keyof FactsTyped)[]).filter(
      (key) => JSON.stringify(now[key]) !== JSON.stringify(facts[key]),
    );
    return { changed };
  },
  audit: (input, result) => ({ subject: { kind: 'enterprise', id: input.enterprise }, fields: result.changed }),
});
