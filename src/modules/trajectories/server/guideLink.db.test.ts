import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { newId } from '#platform/server/ids.ts';
import { changePerson } from '#platform/server/people.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import {
  confirmActionPlan,
  confirmActionPlanAsGuide,
  objectToActionPlan,
  openActionPlanByLink,
} from './actionPlanConfirmOperations.ts';
import { readActionPlan, sendActionPlan } from './actionPlanOperations.ts';
import {
  byLink,
  closingDay,
  closingWorld,
  linkOf,
  rowsOf,
  sentPlan,
  type ClosingWorld,
} from './closingWorld.testing.ts';
import { as, at, inSystem, refusal } from './planWorld.testing.ts';

useOwnDatabase();

let world: ClosingWorld;
beforeEach(async () => {
  world = await closingWorld();
});

const now = at(closingDay);
const here = () => ({ trajectory: world.trajectory });
const read = (person = world.consultant) => readActionPlan.call(as(person), here(), now);
const open = (secret: string, day = closingDay) => openActionPlanByLink.call(byLink(secret), {}, at(day));
const confirm = (secret: string, document: string) =>
  confirmActionPlan.call(byLink(secret), { ...here(), document, mayConfirm: 'on' }, now);
const asGuide = (person: string, document: string) =>
  confirmActionPlanAsGuide.call(as(person), { ...here(), document }, now);
const state = async () =>
  (await rowsOf<{ state: string }>(sql`select state from trajectories where id = ${world.trajectory}`))[0]!.state;
const waiting = async () =>
  (
    await rowsOf<{ kind: string }>(sql`select kind from waiting_tasks
      where trajectory_id = ${world.trajectory} and done_at is null and kind <> 'trajectories.firstSession'`)
  ).map(({ kind }) => kind);

describe('a guide who did not send the plan', () => {
  /** Sent by somebody of the fund who does not guide; the consultant does. */
  async function sentByColleague() {
    await endGuiding(world.colleague);
    await inSystem((db) => changePerson(db, world.consultant, { email: `lotte.${newId()}@example.org` }));
    const { secret, document } = await sentPlan(world, world.colleague);
    return { enterprise: secret, guide: await linkOf(world.consultant), document };
  }
  const endGuiding = (person: string) =>
    rowsOf(
      sql`update trajectory_guides set until = '2023-12-01' where person_id = ${person} and trajectory_id = ${world.trajectory} returning 1`,
    );
  const yes = (secret: string, document: string) =>
    confirmActionPlanAsGuide.call(byLink(secret), { ...here(), document }, now);

  test('gets a link of their own by mail, and confirms through it without signing in', async () => {
    const { enterprise, guide, document } = await sentByColleague();
    expect(guide).not.toBe(enterprise);
    expect(await open(guide)).toMatchObject({ side: 'guide', standing: 'open', document: { id: document } });
    expect(await open(enterprise)).toMatchObject({ side: 'enterprise', standing: 'open' });
    expect(await yes(guide, document)).toEqual({ sealed: false, already: false });
    expect(await open(guide)).toMatchObject({ standing: 'waiting' });
    expect(await waiting()).toEqual(['trajectories.confirmActionPlan']);
    expect(await confirm(enterprise, document)).toEqual({ sealed: true, already: false });
    expect(await state()).toBe('follow_up');
    expect((await read()).document!.confirmations.map(({ party, means, name }) => [party, means, name])).toEqual([
      ['guide', 'link', 'Lotte Vermassen'],
      ['enterprise', 'link', 'Bart Ovenier'],
    ]);
  });

  test('seals with the second yes, whichever side comes first', async () => {
    const { enterprise, guide, document } = await sentByColleague();
    await confirm(enterprise, document);
    expect(await yes(guide, document)).toEqual({ sealed: true, already: false });
  });

  test('confirms once, however often the link is used', async () => {
    const { guide, document } = await sentByColleague();
    await yes(guide, document);
    expect(await yes(guide, document)).toEqual({ sealed: false, already: true });
    expect(await asGuide(world.consultant, document)).toEqual({ sealed: false, already: true });
  });

  test('never says yes for the enterprise with it, nor the enterprise for a guide', async () => {
    const { enterprise, guide, document } = await sentByColleague();
    expect(await refusal(confirm(guide, document))).toMatchObject({ status: 403 });
    expect(await refusal(yes(enterprise, document))).toMatchObject({ status: 403 });
    expect(await state()).toBe('closing');
  });

  test('opens nothing with it when it is too old, when they stopped guiding, or on another document', async () => {
    const { guide, document } = await sentByColleague();
    expect(await refusal(open(guide, '2024-01-22'))).toMatchObject({ status: 401 });
    expect(await refusal(yes(guide, '00000000-0000-7000-8000-000000000000'))).toMatchObject({ status: 404 });
    await endGuiding(world.consultant);
    expect(await refusal(open(guide))).toMatchObject({ status: 404 });
    expect(await refusal(yes(guide, document))).toMatchObject({ status: 403 });
  });

  test('cannot confirm what was changed since, and is asked anew', async () => {
    const { guide, document } = await sentByColleague();
    await objectToActionPlan.call(byLink(guide), { ...here(), document, words: 'Doel 2 ontbreekt.' }, now);
    expect(await open(guide)).toMatchObject({ standing: 'objected', objection: 'Doel 2 ontbreekt.' });
    expect(await refusal(yes(guide, document))).toMatchObject({ status: 409 });
    await sentPlan(world, world.colleague, '2023-12-23');
    expect(await open(await linkOf(world.consultant))).toMatchObject({ standing: 'open' });
  });

  test('is not told the words of the other side: those go to who writes', async () => {
    const { enterprise, guide, document } = await sentByColleague();
    await objectToActionPlan.call(byLink(enterprise), { ...here(), document, words: 'Niet juist.' }, now);
    expect(await open(guide)).toMatchObject({ standing: 'changed', objection: null, words: null });
  });

  test('is written to again together with the enterprise, as long as each has not said yes', async () => {
    const { enterprise, document } = await sentByColleague();
    const { version } = await read(world.colleague);
    const again = () => sendActionPlan.call(as(world.colleague), { ...here(), version, again: 'on' }, now);
    expect(await again()).toMatchObject({ letters: 2 });
    await confirm(enterprise, document);
    expect(await again()).toMatchObject({ letters: 1 });
    expect((await read(world.colleague)).receivers).toEqual(['Bart Ovenier', 'Lotte Vermassen']);
    expect((await read(world.consultant)).receivers).toEqual(['Bart Ovenier']);
  });
});
