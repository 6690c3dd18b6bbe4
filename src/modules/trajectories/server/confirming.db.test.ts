import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { Refusal } from '#platform/server/errors.ts';
import { allOperations } from '#platform/server/operation.ts';
import { rolesWith } from '#platform/server/permissions.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { openAgreement } from './agreementOperations.ts';
import {
  confirmActionPlan,
  confirmActionPlanAsGuide,
  objectToActionPlan,
  openActionPlanByLink,
} from './actionPlanConfirmOperations.ts';
import { readActionPlan } from './actionPlanOperations.ts';
import { printActionPlanByLink } from './actionPlanPrintOperations.ts';
import {
  byLink,
  closingDay,
  closingWorld,
  lettersTo,
  rowsOf,
  sealedPlan,
  sentPlan,
  type ClosingWorld,
} from './closingWorld.testing.ts';
import { readFollowUps } from './followUpOperations.ts';
import { readTrajectory } from './frameOperations.ts';
import { readPlan } from './planOperations.ts';
import { as, at, refusal } from './planWorld.testing.ts';

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
const facts = async () =>
  (
    await rowsOf<{ state: string; plan: string; moments: number; open: string[] }>(sql`select t.state, a.state as plan,
        (select count(*)::int from follow_ups where trajectory_id = t.id) as moments,
        (select coalesce(array_agg(kind order by kind), '{}') from waiting_tasks where trajectory_id = t.id and done_at is null and kind <> 'trajectories.firstSession') as open
      from trajectories t join action_plans a on a.trajectory_id = t.id where t.id = ${world.trajectory}`)
  )[0]!;

describe('a link from a mail', () => {
  test('shows the plan in words, with who guided and who said yes already', async () => {
    const { secret, document } = await sentPlan(world);
    const view = await open(secret);
    expect(view).toMatchObject({
      standing: 'open',
      enterprise: 'Bakkerij De Proefkorrel',
      document: { id: document, waitingFor: ['enterprise'] },
      words: { guideNames: ['Lotte Vermassen', 'Ruben De Smet'], support: { hours: 3.5, amountCents: 33_250 } },
    });
    expect(view.words!.actionPlan.goals[0]).toMatchObject({ outcome: 'partly', reason: 'little_time' });
  });

  test('does nothing by being opened, so a mail scanner does no harm', async () => {
    const { secret } = await sentPlan(world);
    const before = await facts();
    for (let time = 0; time < 3; time++) await open(secret);
    await printActionPlanByLink.call(byLink(secret), {}, now);
    expect(await facts()).toEqual(before);
    expect((await open(secret)).standing).toBe('open');
  });

  test('asks who confirms whether they may', async () => {
    const { secret, document } = await sentPlan(world);
    const input = { ...here(), document };
    expect(await refusal(confirmActionPlan.call(byLink(secret), input, now))).toMatchObject({
      issues: [{ path: 'mayConfirm', textKey: 'error.agree' }],
    });
  });

  test('used twice says that it was confirmed, and confirms once', async () => {
    const { secret, document } = await sentPlan(world);
    expect(await confirm(secret, document)).toEqual({ sealed: true, already: false });
    expect(await confirm(secret, document)).toEqual({ sealed: true, already: true });
    expect(await open(secret)).toMatchObject({ standing: 'sealed' });
    expect(
      await rowsOf(sql`select 1 from document_confirmations where document_id = ${document} and party = 'enterprise'`),
    ).toHaveLength(1);
  });

  test('opens nothing once it is too old, mistyped or invented', async () => {
    const { secret } = await sentPlan(world);
    expect(await open(secret, '2024-01-20').then(() => 'opens')).toBe('opens');
    for (const [shown, day] of [
      [secret, '2024-01-22'],
      [`${secret}x`, closingDay],
      [secret.toUpperCase(), closingDay],
      ['nothing-of-the-kind-at-all', closingDay],
    ] as const)
      expect(await refusal(open(shown, day))).toMatchObject({ status: 401 });
  });

  test('is for its own document: not for that of another enterprise, nor for an earlier version', async () => {
    const { secret } = await sentPlan(world);
    const other = await closingWorld();
    const theirs = await sentPlan(other);
    expect(await refusal(confirm(secret, theirs.document))).toMatchObject({ status: 404 });
    const elsewhere = { trajectory: other.trajectory, document: theirs.document, mayConfirm: 'on' };
    expect(await refusal(confirmActionPlan.call(byLink(secret), elsewhere, now))).toMatchObject({ status: 404 });
    expect(await refusal(openAgreement.call(byLink(secret), {}, now))).toMatchObject({ status: 404 });
  });

  test('lets its holder read nothing else of the trajectory', async () => {
    const { secret } = await sentPlan(world);
    for (const operation of [readPlan, readActionPlan, readFollowUps, readTrajectory])
      expect(await refusal(operation.call(byLink(secret), here(), now)), operation.name).toMatchObject({ status: 404 });
  });

  test('holds confirming, declaring aid and giving figures: every operation that needs another refuses it', async () => {
    const { secret } = await sentPlan(world);
    const ids = new Proxy({}, { get: () => world.trajectory }) as Record<string, string>;
    const refused: string[] = [];
    for (const operation of allOperations()) {
      const { needs } = operation;
      if (typeof needs === 'object' || rolesWith(needs).includes('link_holder')) continue;
      const input = { ...(operation.example(ids) as object), ...here() };
      const answer = await operation.call(byLink(secret), input, now).then(
        () => 'done',
        (problem: unknown) => (problem instanceof Refusal ? problem.status : 'broken'),
      );
      expect([403, 404, 422], operation.name).toContain(answer);
      refused.push(operation.name);
    }
    expect(refused.length).toBeGreaterThan(30);
    expect(
      allOperations()
        .filter(({ needs }) => typeof needs === 'string' && rolesWith(needs).includes('link_holder'))
        .map(({ name }) => name),
    ).toEqual([
      'aid.agreeDeclaration',
      'aid.openDeclaration',
      'eligibility.giveFigures',
      'eligibility.openFigures',
      'trajectories.agree',
      'trajectories.confirmActionPlan',
      'trajectories.confirmActionPlanAsGuide',
      'trajectories.objectToActionPlan',
      'trajectories.openActionPlanByLink',
      'trajectories.openAgreement',
      'trajectories.printActionPlanByLink',
    ]);
  });
});

describe('both sides say yes', () => {
  test('the guide by sending, then the enterprise: the plan is sealed and the follow-up begins', async () => {
    const { secret, document } = await sentPlan(world);
    await confirm(secret, document);
    expect(await facts()).toEqual({ state: 'follow_up', plan: 'sealed', moments: 3, open: ['trajectories.followUp'] });
    const view = await read();
    expect(view.document).toMatchObject({ sealedAt: now.now, waitingFor: [] });
    expect(view.document!.confirmations.map(({ party, means }) => [party, means])).toEqual([
      ['guide', 'signed_in'],
      ['enterprise', 'link'],
    ]);
  });

  test('the enterprise first, then the guide who did not send it', async () => {
    // Sent by somebody of the fund who does not guide: both still have to say yes.
    await rowsOf(
      sql`update trajectory_guides set until = '2023-12-01' where person_id = ${world.colleague} returning 1`,
    );
    const { secret, document } = await sentPlan(world, world.colleague);
    expect((await read()).document!.waitingFor).toEqual(['enterprise', 'guide']);
    expect(await refusal(asGuide(world.colleague, document))).toMatchObject({ status: 403 });
    expect(await confirm(secret, document)).toEqual({ sealed: false, already: false });
    expect(await open(secret)).toMatchObject({ standing: 'waiting' });
    expect((await facts()).open).toEqual(['trajectories.confirmActionPlanAsGuide']);
    expect((await read()).confirmsFor).toBe('guide');
    expect(await asGuide(world.consultant, document)).toEqual({ sealed: true, already: false });
    expect(await facts()).toMatchObject({ state: 'follow_up', plan: 'sealed' });
  });

  test('at the very same moment, and it is sealed once', async () => {
    await rowsOf(
      sql`update trajectory_guides set until = '2023-12-01' where person_id = ${world.colleague} returning 1`,
    );
    const { secret, document } = await sentPlan(world, world.colleague);
    const both = await Promise.all([confirm(secret, document), asGuide(world.consultant, document)]);
    expect(both.map(({ sealed }) => sealed).sort()).toEqual([false, true]);
    expect(await facts()).toMatchObject({ state: 'follow_up', plan: 'sealed', moments: 3 });
    expect((await lettersTo(world.contact)).filter(({ subject }) => subject.includes('ligt vast'))).toHaveLength(1);
  });

  test('who leads the enterprise may do it signed in; a stranger finds nothing', async () => {
    const { document } = await sentPlan(world);
    expect((await read(world.lead)).confirmsFor).toBe('enterprise');
    const input = { ...here(), document, mayConfirm: 'on' };
    expect(await refusal(confirmActionPlan.call(as(world.stranger), input, now))).toMatchObject({ status: 404 });
    expect(await refusal(confirmActionPlan.call(as(world.consultant), input, now))).toMatchObject({ status: 403 });
    expect(await confirmActionPlan.call(as(world.lead), input, now)).toMatchObject({ sealed: true });
    expect((await read(world.lead)).confirmsFor).toBeNull();
  });

  test('then anybody can check the code, and the enterprise gets it by mail', async () => {
    const { document } = await sealedPlan(world);
    const [row] = await rowsOf<{ check_code: string; hash: string }>(
      sql`select check_code, hash from documents where id = ${document}`,
    );
    const [letter] = await lettersTo(world.contact);
    expect(letter!.body).toContain(`/check/${row!.check_code}`);
    const check = allOperations().find(({ name }) => name === 'signatures.checkDocument')!;
    const checked = await check.call({ locale: 'nl' }, { code: row!.check_code }, now);
    expect(checked).toMatchObject({ outcome: 'sealed', document: { kind: 'action_plan', hash: row!.hash } });
    const told = await rowsOf<{ text_key: string; parameters: { code: string } }>(
      sql`select text_key, parameters from timeline_entries where trajectory_id = ${world.trajectory} and kind = 'trajectories.actionPlanSealed'`,
    );
    expect(told).toMatchObject([{ parameters: { code: row!.check_code } }]);
  });

  test('nobody can confirm what was not sent, or what is sealed', async () => {
    const nothing = { ...here(), document: '00000000-0000-7000-8000-000000000000', mayConfirm: 'on' };
    expect(await refusal(confirmActionPlan.call(as(world.lead), nothing, now))).toMatchObject({ status: 404 });
    const { secret, document } = await sealedPlan(world);
    const words = objectToActionPlan.call(byLink(secret), { ...here(), document, words: 'Toch niet.' }, now);
    expect(await refusal(words)).toMatchObject({ status: 409, textKey: 'trajectories:may.sealed' });
  });
});

describe('something is not right', () => {
  test('puts the plan back to who writes it, with the words beside it and not on the timeline', async () => {
    const { secret, document } = await sentPlan(world);
    const words = 'De datum van stap 1 <b>klopt</b> niet.';
    await objectToActionPlan.call(byLink(secret), { ...here(), document, words }, now);
    expect(await facts()).toMatchObject({ state: 'closing', plan: 'draft', open: ['trajectories.mendActionPlan'] });
    const view = await read();
    expect(view).toMatchObject({ document: null, objections: [{ words, by: 'Bart Ovenier', open: true }] });
    expect(await open(secret)).toMatchObject({ standing: 'objected', objection: words, words: null });
    const told = await rowsOf<{ told: string }>(
      sql`select parameters::text || text_key as told from timeline_entries where trajectory_id = ${world.trajectory}`,
    );
    expect(told.map((row) => row.told).join()).not.toContain('klopt</b>');
    const trail = await rowsOf<{ line: string }>(
      sql`select fields::text || details::text as line from audit_entries where trajectory_id = ${world.trajectory}`,
    );
    expect(trail.map(({ line }) => line).join()).not.toContain('datum');
  });

  test('stays to be read after the plan was sent anew, but no longer waits', async () => {
    const { secret, document } = await sentPlan(world);
    await objectToActionPlan.call(byLink(secret), { ...here(), document, words: 'Niet juist.' }, now);
    const sent = await sentPlan(world, world.consultant, '2023-12-23');
    expect((await read()).objections).toMatchObject([{ words: 'Niet juist.', open: false }]);
    expect(await refusal(confirm(secret, document))).toMatchObject({ status: 409 });
    expect(await confirm(sent.secret, sent.document)).toMatchObject({ sealed: true });
  });

  test('has to be said in words', async () => {
    const { secret, document } = await sentPlan(world);
    const empty = objectToActionPlan.call(byLink(secret), { ...here(), document, words: '   ' }, now);
    expect(await refusal(empty)).toMatchObject({ issues: [{ path: 'words' }] });
  });
});
