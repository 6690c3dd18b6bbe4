import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import type { EditConflict } from '#platform/server/errors.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { confirmActionPlan, openActionPlanByLink } from './actionPlanConfirmOperations.ts';
import { readActionPlan, saveActionPlan, sendActionPlan } from './actionPlanOperations.ts';
import type { ActionPlanConflictState } from './actionPlanSaving.ts';
import {
  byLink,
  closingDay,
  closingWorld,
  confirmByLink,
  lettersTo,
  rowsOf,
  sentPlan,
  wholeActionPlan,
  type ClosingWorld,
} from './closingWorld.testing.ts';
import { as, at, inSystem, planWorld, refusal } from './planWorld.testing.ts';

useOwnDatabase();

let world: ClosingWorld;
beforeEach(async () => {
  world = await closingWorld();
});

const now = at(closingDay);
const here = () => ({ trajectory: world.trajectory });
const read = (person = world.consultant) => readActionPlan.call(as(person), here(), now);
const save = (person: string, version: number, actionPlan: unknown, more: object = {}) =>
  saveActionPlan.call(as(person), { ...here(), version, actionPlan, ...more }, now);
const state = async () =>
  (await rowsOf<{ state: string }>(sql`select state from trajectories where id = ${world.trajectory}`))[0]!.state;

describe('an action plan', () => {
  test('opens with each agreed goal, what was agreed and the sessions about it', async () => {
    const view = await read();
    expect(view).toMatchObject({ state: 'none', version: 0, writes: true, document: null });
    expect(view.actionPlan.goals).toMatchObject([
      { id: 'g1', title: 'Drie mensen kunnen de oven bedienen', agreed: expect.stringContaining('ziek'), outcome: '' },
    ]);
    expect(view.evidence).toEqual([{ goalId: 'g1', sessions: 1, hours: 3.5, lastOn: '2023-10-12' }]);
    expect(view.support).toEqual({ hours: 3.5, amountCents: 33_250 });
    expect(view.findings.map(({ path }) => path)).toEqual(['goals.0.outcome', 'practices', 'embedding']);
    expect(view.may.send).toMatchObject({ allowed: false, because: 'may.noActionPlan' });
  });

  test('cannot begin before the plan of approach is approved, and says why', async () => {
    const early = await planWorld('planning');
    const view = await readActionPlan.call(as(early.consultant), { trajectory: early.trajectory }, now);
    expect(view.may.save).toMatchObject({ allowed: false, because: 'may.planFirst' });
    const refused = await refusal(
      saveActionPlan.call(as(early.consultant), { trajectory: early.trajectory, version: 0, actionPlan: {} }, now),
    );
    expect(refused).toMatchObject({ status: 409, textKey: 'trajectories:may.planFirst' });
  });

  test('keeps what was agreed, whatever a form sends for it', async () => {
    await save(world.consultant, 0, {
      ...wholeActionPlan,
      goals: [{ ...wholeActionPlan.goals[0], title: 'Overschreven', agreed: 'Niets' }],
    });
    expect((await read()).actionPlan.goals[0]).toMatchObject({ title: 'Drie mensen kunnen de oven bedienen' });
    expect(await state()).toBe('closing');
  });

  test('is written by guides only, and by nobody of another fund', async () => {
    const input = { ...here(), version: 0, actionPlan: {} };
    expect(await refusal(saveActionPlan.call(as(world.stranger), input, now))).toMatchObject({ status: 404 });
    for (const person of [world.lead, world.coordinator, world.auditor])
      expect(await refusal(saveActionPlan.call(as(person), input, now))).toMatchObject({ status: 403 });
    expect(await refusal(readActionPlan.call(as(world.stranger), here(), now))).toMatchObject({ status: 404 });
  });

  test('shows the enterprise what is written, not what is still missing or who gets the letter', async () => {
    await save(world.consultant, 0, {});
    expect(await read(world.lead)).toMatchObject({ writes: false, findings: [], receivers: [], state: 'draft' });
    expect((await read()).receivers).toEqual(['Bart Ovenier']);
  });

  test('takes rows away with a button, and asks for one more', async () => {
    await save(world.consultant, 0, wholeActionPlan);
    const more = await save(world.consultant, 1, wholeActionPlan, { intent: 'add.practices' });
    expect(more).toMatchObject({ version: 1, add: 'practices', parts: [] });
    await save(world.consultant, 1, wholeActionPlan, { intent: 'remove.next.s1' });
    const { actionPlan } = await read();
    expect(actionPlan.next).toEqual([]);
    expect(actionPlan.practices).toHaveLength(1);
  });

  test('says beside its field what is malformed', async () => {
    const refused = await refusal(
      save(world.consultant, 0, {
        ...wholeActionPlan,
        practices: [{ ...wholeActionPlan.practices[0], since: '2023-02-30', embedding: 'magic' }],
        next: [{ what: 'Iets', owner: 'x'.repeat(201), on: 'ooit' }],
      }),
    );
    expect((refused as { issues?: { path: string }[] }).issues?.map(({ path }) => path).sort()).toEqual([
      'actionPlan.next.0.on',
      'actionPlan.next.0.owner',
      'actionPlan.practices.0.embedding',
      'actionPlan.practices.0.since',
    ]);
  });
});

describe('two people on one action plan', () => {
  beforeEach(async () => {
    await save(world.consultant, 0, wholeActionPlan);
  });

  test('both keep what they typed in different places', async () => {
    await save(world.colleague, 1, { ...wholeActionPlan, embedding: 'De ploeg kijkt er elke week naar.' });
    await save(world.consultant, 1, {
      ...wholeActionPlan,
      next: [...wholeActionPlan.next, { what: 'Een tweede ploeg leert het ook', owner: 'Elif', on: '2024-03-01' }],
    });
    const { actionPlan, version } = await read();
    expect(version).toBe(3);
    expect(actionPlan.embedding).toContain('elke week');
    expect(actionPlan.next.map(({ owner }) => owner)).toEqual(['Bart', 'Elif']);
  });

  test('are shown both texts where they wrote something else, and nothing is saved until one is chosen', async () => {
    await save(world.colleague, 1, { ...wholeActionPlan, embedding: 'De ploeg kijkt er elke week naar.' });
    const mine = { ...wholeActionPlan, embedding: 'Ik schreef iets anders over hoe het leeft.' };
    const conflict = (await refusal(save(world.consultant, 1, mine))) as unknown as EditConflict;
    expect(conflict).toMatchObject({ status: 409, conflicts: [{ path: 'embedding', mine: mine.embedding }] });
    const current = conflict.current as ActionPlanConflictState;
    expect(current).toMatchObject({ version: 2, by: 'Ruben De Smet' });
    const choices = [{ path: 'embedding', mine: JSON.stringify(mine.embedding), take: 'mine' }];
    await save(world.consultant, current.version, current.actionPlan, { choices });
    expect((await read()).actionPlan.embedding).toBe(mine.embedding);
  });

  test('meet on the first save too', async () => {
    const other = await closingWorld();
    const both = await Promise.all(
      [other.consultant, other.colleague].map((person, at) =>
        saveActionPlan.call(
          as(person),
          {
            trajectory: other.trajectory,
            version: 0,
            actionPlan: { ...wholeActionPlan, practices: [], next: [{ ...wholeActionPlan.next[0], id: `s${at}` }] },
          },
          now,
        ),
      ),
    );
    expect(both.map(({ version }) => version).sort()).toEqual([1, 2]);
    const { actionPlan } = await readActionPlan.call(as(other.consultant), { trajectory: other.trajectory }, now);
    expect(actionPlan.next.map(({ id }) => id).sort()).toEqual(['s0', 's1']);
  });
});

describe('sending', () => {
  test('what still misses something saves it and sends nothing', async () => {
    const result = await sendActionPlan.call(
      as(world.consultant),
      { ...here(), version: 0, actionPlan: { ...wholeActionPlan, embedding: '' } },
      now,
    );
    expect(result).toEqual({ sent: false, document: null, letters: 0 });
    expect(await read()).toMatchObject({ state: 'draft', version: 1, document: null });
    expect(await lettersTo(world.contact)).toEqual([]);
  });

  test('records the yes of a guide who sends, and asks the enterprise by mail', async () => {
    const { document } = await sentPlan(world);
    const view = await read();
    expect(view).toMatchObject({ state: 'to_confirm', document: { id: document, waitingFor: ['enterprise'] } });
    expect(view.document!.confirmations).toMatchObject([
      { party: 'guide', name: 'Lotte Vermassen', means: 'signed_in' },
    ]);
    const [letter] = await lettersTo(world.contact);
    expect(letter!.subject).toContain('Bakkerij De Proefkorrel');
    expect(letter!.body).toMatch(/Dag Bart Ovenier,[^]*30 dagen[^]*\/c\/[\w-]{40,}\/action-plan\?lang=nl/u);
    const tasks = await rowsOf<{ kind: string; roles: string[] }>(
      sql`select kind, roles from waiting_tasks where trajectory_id = ${world.trajectory} and done_at is null and kind like 'trajectories.%ctionPlan%'`,
    );
    expect(tasks).toEqual([{ kind: 'trajectories.confirmActionPlan', roles: ['enterprise_lead'] }]);
  });

  test('keeps people by id in the sealed words: no name of a guide stands in them', async () => {
    const { document } = await sentPlan(world);
    const [row] = await rowsOf<{ content: unknown }>(sql`select content from documents where id = ${document}`);
    const words = JSON.stringify(row!.content);
    expect(words).toContain(world.consultant);
    expect(words).not.toMatch(/Lotte|Vermassen|Ovenier/u);
  });

  test('twice makes one document and one letter; asking for new letters makes no new document', async () => {
    const { document } = await sentPlan(world);
    const input = { ...here(), version: 1 };
    expect(await sendActionPlan.call(as(world.consultant), input, now)).toEqual({ sent: true, document, letters: 0 });
    expect(await lettersTo(world.contact)).toHaveLength(1);
    const again = await sendActionPlan.call(as(world.consultant), { ...input, again: 'on' }, now);
    expect(again).toEqual({ sent: true, document, letters: 1 });
    expect(await rowsOf(sql`select 1 from documents where trajectory_id = ${world.trajectory}`)).toHaveLength(1);
  });

  test('the same form under one key runs once', async () => {
    const input = { ...here(), version: 0, actionPlan: wholeActionPlan };
    const options = { ...now, idempotencyKey: 'one-click' };
    const both = await Promise.all([1, 2].map(() => sendActionPlan.call(as(world.consultant), input, options)));
    expect(both[0]).toEqual(both[1]);
    expect(await lettersTo(world.contact)).toHaveLength(1);
  });

  test('another version than was looked at is refused', async () => {
    await save(world.consultant, 0, wholeActionPlan);
    await save(world.colleague, 1, { ...wholeActionPlan, embedding: 'De ploeg kijkt er elke week naar.' });
    expect(await refusal(sendActionPlan.call(as(world.consultant), { ...here(), version: 1 }, now))).toMatchObject({
      status: 409,
    });
  });

  test('says so when nobody at the enterprise can be written to', async () => {
    await inSystem((db) => db.run(sql`delete from enterprise_people where person_id = ${world.contact}`));
    await save(world.consultant, 0, wholeActionPlan);
    expect((await read()).may.send).toMatchObject({ allowed: false, because: 'may.nobodyToWriteTo' });
    expect(await refusal(sendActionPlan.call(as(world.consultant), { ...here(), version: 1 }, now))).toMatchObject({
      textKey: 'trajectories:may.nobodyToWriteTo',
    });
  });
});

describe('a change while both sides are asked', () => {
  const changed = { ...wholeActionPlan, embedding: 'Bart kijkt elke week met de hele ploeg naar de matrix.' };

  test('has to be wanted; then it makes what was confirmed void', async () => {
    const { document, secret } = await sentPlan(world);
    expect(await refusal(save(world.consultant, 1, changed))).toMatchObject({
      textKey: 'trajectories:actionPlan.voidsFirst',
    });
    expect((await read()).document?.id).toBe(document);
    expect(await save(world.consultant, 1, changed, { voids: 'on' })).toMatchObject({ version: 2, voided: true });
    expect(await read()).toMatchObject({ state: 'draft', document: null });
    const opened = await openActionPlanByLink.call(byLink(secret), {}, now);
    expect(opened).toMatchObject({ standing: 'changed', words: null });
    const late = confirmActionPlan.call(byLink(secret), { ...here(), document, mayConfirm: 'on' }, now);
    expect(await refusal(late)).toMatchObject({ status: 409 });
  });

  test('that changes nothing voids nothing', async () => {
    await sentPlan(world);
    expect(await save(world.consultant, 1, wholeActionPlan)).toMatchObject({ version: 1, voided: false });
    expect(await read()).toMatchObject({ state: 'to_confirm' });
  });

  test('needs both yeses anew, on a document with another hash', async () => {
    const first = await sentPlan(world, world.colleague);
    await save(world.consultant, 1, changed, { voids: 'on' });
    const sent = await sendActionPlan.call(as(world.consultant), { ...here(), version: 2 }, now);
    expect(sent.document).not.toBe(first.document);
    expect((await read()).document).toMatchObject({ waitingFor: ['enterprise'] });
    const hashes = await rowsOf<{ hash: string; void_at: Date | null }>(
      sql`select hash, void_at from documents where trajectory_id = ${world.trajectory} order by made_at, id`,
    );
    expect(new Set(hashes.map(({ hash }) => hash)).size).toBe(2);
    expect(hashes.map(({ void_at }) => void_at !== null)).toEqual([true, false]);
  });

  test('cannot be made once it is sealed', async () => {
    const { secret } = await sentPlan(world);
    await confirmByLink(world, secret);
    expect(await refusal(save(world.consultant, 1, changed, { voids: 'on' }))).toMatchObject({
      textKey: 'trajectories:may.sealed',
    });
  });
});
