import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { addProgramme, readProgramme } from '#modules/programmes/index.server.ts';
import { competentiechecks2023 } from '#modules/programmes/index.ts';
import { newId } from '#platform/server/ids.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { as, at, bakery, caseWorld, inSystem, type CaseWorld } from './caseWorld.testing.ts';
import { decide, readEligibility } from './operations.ts';
import { freezeDecision, readDecisions } from './store.ts';

useOwnDatabase();

let world: CaseWorld;
/** A second trajectory of the same enterprise. */
let second: string;

beforeEach(async () => {
  world = await caseWorld('eligibility');
  second = newId();
  await inSystem((db) =>
    db.run(sql`insert into trajectories (id, programme_id, lot_id, provider_id, enterprise_id, state, definition_version, started_on)
      select ${second}, programme_id, lot_id, provider_id, enterprise_id, 'eligibility', '1', '2024-01-01' from trajectories where id = ${world.trajectory}`),
  );
});

const say = (trajectory: string, more: object = {}, day = '2023-10-02') =>
  decide.call(as(world.colleague), { trajectory, ...bakery, ...more }, at(day));
const read = (day: string) => readEligibility.call(as(world.colleague), { trajectory: second }, at(day));

describe('a decision in another trajectory', () => {
  test('stands ready in the form while it is valid, without the aid, and says which it is and until when', async () => {
    expect((await read('2024-02-01')).reuse).toBeNull();
    await say(world.trajectory);
    const { reuse, lastFacts } = await read('2024-02-01');
    expect(reuse).toMatchObject({
      on: '2023-10-02',
      validUntil: '2024-10-02',
      standing: 'valid',
      trajectory: world.trajectory,
    });
    expect(lastFacts).toMatchObject({ standAlone: true, periods: [{ year: 2022, headcount: 13.5 }, { year: 2021 }] });
    expect(lastFacts!.declaredAid).toBeUndefined();
  });

  test('is the source of each figure that was taken over, frozen with its hash', async () => {
    await say(world.trajectory);
    const [newest] = bakery.periods;
    await say(second, { periods: [{ ...newest, balanceCents: '800.001' }] }, '2024-02-01');
    const [frozen] = await inSystem((db) => readDecisions(db, second));
    const [first] = await inSystem((db) => readDecisions(db, world.trajectory));
    expect(frozen!.facts.provenance).toEqual({
      figures: [
        { year: 2022, figure: 'headcount', from: 'reused', on: '2023-10-02', id: first!.id },
        { year: 2022, figure: 'turnoverCents', from: 'reused', on: '2023-10-02', id: first!.id },
      ],
      files: [],
      reused: { decision: first!.id, hash: first!.hash, on: '2023-10-02' },
    });
  });

  test('that is too old is named with why, and fills nothing in', async () => {
    await say(world.trajectory);
    const { reuse, lastFacts } = await read('2024-10-03');
    expect(reuse).toMatchObject({ standing: 'tooOld', validUntil: '2024-10-02' });
    expect(lastFacts).toBeNull();
  });

  test('that needs evidence, or that a later one took the place of, is not built on', async () => {
    await say(world.trajectory);
    await say(world.trajectory, { standAlone: '', whyAgain: 'Toch een moederbedrijf.' });
    expect((await read('2024-02-01')).reuse).toBeNull();
  });

  test('out of sight tells nothing of itself; who sees both is told', async () => {
    await say(world.trajectory);
    const elsewhere = newId();
    await inSystem(async (db) => {
      const { facts, decision } = (await readDecisions(db, world.trajectory))[0]!;
      await db.run(sql`insert into trajectories (id, programme_id, lot_id, provider_id, enterprise_id, state, definition_version, started_on)
        select ${elsewhere}, t.programme_id, p.lot_id, p.id, t.enterprise_id, 'eligibility', '1', '2024-01-01' from trajectories t, providers p
        where t.id = ${world.trajectory} and p.id = (select scope_id from grants where person_id = ${world.stranger})`);
      const { definition: programme } = (await readProgramme(db, world.programme))!;
      const later = new Date('2023-11-01T10:00:00Z');
      await freezeDecision(db, elsewhere, { facts, decision, programme, by: null, at: later, whyAgain: null });
    });
    const seenBy = async (person: string) =>
      (await readEligibility.call(as(person), { trajectory: second }, at('2024-02-01'))).reuse?.trajectory;
    expect(await seenBy(world.colleague)).toBe(world.trajectory);
    expect(await seenBy(world.auditor)).toBe(elsewhere);
  });

  test('of another programme stands ready for who sees both, however each programme keeps the enterprise', async () => {
    await say(world.trajectory);
    const [elsewhere, enterprise] = [newId(), newId()];
    await inSystem(async (db) => {
      const later = { ...competentiechecks2023, code: `competentiechecks-${elsewhere.slice(-8)}` };
      const { id, providers } = await addProgramme(db, later, {
        from: '2024-01-01',
        until: '2025-12-31',
        example: true,
      });
      const { id: provider, lot } = providers[0]!;
      await db.run(sql`insert into enterprises (id, programme_id, lot_id, provider_id, number, name, workers, locale)
        select ${enterprise}, ${id}, ${lot}, ${provider}, e.number, e.name, e.workers, e.locale
        from enterprises e join trajectories t on t.enterprise_id = e.id where t.id = ${world.trajectory}`);
      await db.run(sql`insert into trajectories (id, programme_id, lot_id, provider_id, enterprise_id, state, definition_version, started_on)
        values (${elsewhere}, ${id}, ${lot}, ${provider}, ${enterprise}, 'eligibility', '1', '2024-01-01')`);
      await db.run(sql`insert into grants (id, person_id, role, scope, scope_id, programme_id)
        values (${newId()}, ${world.colleague}, 'provider_member', 'provider', ${provider}, ${id})`);
    });
    const { reuse } = await readEligibility.call(as(world.colleague), { trajectory: elsewhere }, at('2024-02-01'));
    expect(reuse).toMatchObject({ standing: 'valid', trajectory: world.trajectory, validUntil: '2024-10-02' });
  });
});
