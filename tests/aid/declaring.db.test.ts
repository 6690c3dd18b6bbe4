import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { liveEntries, usedCents } from '#modules/aid/index.ts';
import {
  agreeDeclaration,
  openDeclaration,
  readDeclaration,
  sendDeclaration,
} from '#modules/aid/server/declarationOperations.ts';
import { readMembers } from '#modules/aid/server/undertakingStore.ts';
import { decide, readEligibility } from '#modules/eligibility/server/operations.ts';
import { checkDocumentByCode } from '#modules/signatures/server/operations.ts';
import { as, at, bakery, inSystem, refusal } from '#modules/trajectories/server/planWorld.testing.ts';
import type { InvalidInput } from '#platform/server/errors.ts';
import { openForPerson } from '#platform/server/people.ts';
import { useOwnDatabase } from '../support/database.ts';
import { aidWorld, agreementSent, known, linesOf, sayYes, type AidWorld } from './aidWorld.ts';

useOwnDatabase();

let world: AidWorld;
beforeEach(async () => {
  world = await aidWorld();
});

const here = () => ({ trajectory: world.trajectory });
const send = (person = world.colleague) =>
  sendDeclaration.call(as(person), { ...here(), contact: world.contact }, at());
/** The secret of the newest link that was mailed to the contact. */
const link = () =>
  inSystem(async (db) => {
    const { person, secrets } = await db.one<{ person: string; secrets: Buffer }>(
      sql`select person_id as person, secrets from mails where person_id = ${world.contact} and template = 'aid.declaration' order by created_at desc, id desc limit 1`,
    );
    const { link: address } = await openForPerson<{ link: string }>(db, person, secrets);
    return /\/c\/([^/]+)\/aid(\?lang=nl)?$/.exec(address)![1]!;
  });
const holding = (secret: string) => ({ locale: 'nl', link: secret }) as const;
const open = async () => openDeclaration.call(holding(await link()), {}, at());
const own = { grantedOn: '2023-03-01', grantor: 'Stad Temse', amountCents: '12.000' };
const agree = async (more: object = {}, day?: string) => {
  const { declaration } = await open();
  const typed = { lines: [own], members: [], changed: 'no', mayAgree: 'on', ...more };
  return agreeDeclaration.call(holding(await link()), { ...here(), declaration, ...typed }, at(day));
};

describe('asking for a declaration', () => {
  test('sends a link to what we know already', async () => {
    await known(world, { amountCents: 700_000, grantor: 'VLAIO' });
    await send();
    const opened = await open();
    expect(opened).toMatchObject({ standing: 'open', agreed: null });
    expect(opened.draft).toMatchObject({
      enterprise: { number: world.number },
      members: [world.number],
      since: '2020-01-01',
      lines: [{ grantor: 'VLAIO', amountCents: 700_000, grantedOn: '2023-02-01' }],
      own: [],
    });
    expect((await readDeclaration.call(as(world.colleague), here(), at())).open).toMatchObject({
      sentTo: 'Nadia Claes',
    });
  });

  test('again makes the first link void', async () => {
    await send();
    const first = await link();
    await send();
    expect(await openDeclaration.call(holding(first), {}, at())).toMatchObject({ standing: 'withdrawn' });
    expect(await open()).toMatchObject({ standing: 'open' });
  });

  test('is for the fund, and not once the agreement is made', async () => {
    expect(await refusal(send(world.consultant))).toMatchObject({ status: 403 });
    expect(await refusal(send(world.stranger))).toMatchObject({ status: 404 });
    await sayYes(world, await agreementSent(world));
    expect(await refusal(send())).toMatchObject({ status: 409, textKey: 'aid:declare.late' });
  });
});

describe('declaring', () => {
  test('freezes the words under a check code, and adds the lines to the ledger', async () => {
    await send();
    const { document } = await agree({ members: [{ number: '0403.170.701' }] });
    const view = await readDeclaration.call(as(world.colleague), here(), at());
    expect(view.agreed).toMatchObject({
      by: 'Nadia Claes',
      means: 'link',
      content: { changed: 'no', members: [world.number, '0403170701'].sort(), lines: [{ amountCents: 1_200_000 }] },
    });
    expect(await linesOf(world)).toMatchObject([
      { source: 'declared', amountCents: 1_200_000, regulation: '1407/2013', document, recordedBy: world.contact },
    ]);
    expect(await inSystem((db) => readMembers(db, world.number))).toEqual([world.number, '0403170701'].sort());
    const checked = await checkDocumentByCode.call({ locale: 'nl' }, { code: view.agreed!.checkCode }, at());
    expect(checked).toMatchObject({ outcome: 'sealed', document: { kind: 'aid_declaration' } });
  });

  test('twice changes nothing the second time', async () => {
    await send();
    const { document } = await agree();
    expect(await agree({ lines: [] }, '2023-10-05')).toEqual({ document, lines: null });
    expect(await linesOf(world)).toHaveLength(1);
  });

  test('keeps what was known once, corrects what was changed, and takes away what is not named any more', async () => {
    await known(world, { amountCents: 700_000, grantor: 'VLAIO' });
    await known(world, { amountCents: 300_000, grantor: 'Provincie' });
    await send();
    const vlaio = { grantedOn: '2023-02-01', grantor: 'VLAIO', amountCents: '7.000', regulation: '1407/2013' };
    await agree({ lines: [vlaio, { ...vlaio, grantor: 'Provincie', amountCents: '2.900' }] });
    const lines = await linesOf(world);
    expect(
      liveEntries(lines)
        .map(({ amountCents }) => amountCents)
        .sort(),
    ).toEqual([290_000, 700_000]);
    expect(lines.find(({ state }) => state === 'withdrawn')).toMatchObject({ because: 'declaredAnew' });
    expect(usedCents(lines)).toBe(990_000);
  });

  test('leaves alone what came in after the link was sent', async () => {
    await send();
    await known(world, { amountCents: 300_000, grantor: 'Provincie' });
    await agree({ lines: [] });
    expect(usedCents(await linesOf(world))).toBe(300_000);
  });

  test('by who is signed in for the enterprise is as good as by the link; by others it is not possible', async () => {
    const { declaration } = await send();
    const typed = { ...here(), declaration, lines: [own], members: [], changed: 'yes', mayAgree: 'on' };
    expect(await refusal(agreeDeclaration.call(as(world.colleague), typed, at()))).toMatchObject({ status: 403 });
    const other = await aidWorld();
    expect(await refusal(agreeDeclaration.call(as(other.lead), typed, at()))).toMatchObject({ status: 404 });
    await agreeDeclaration.call(as(world.lead), typed, at());
    const tasks = await inSystem((db) =>
      db.many<{ kind: string }>(
        sql`select kind from waiting_tasks where trajectory_id = ${world.trajectory} and done_at is null`,
      ),
    );
    // Something merged or split: somebody has to ask what.
    expect(tasks.map(({ kind }) => kind)).toContain('aid.askEvents');
    expect(tasks.map(({ kind }) => kind)).not.toContain('aid.declare');
  });

  test('says beside the field what is wrong, and keeps nothing', async () => {
    await send();
    const wrong = async (more: object) => ((await refusal(agree(more))) as InvalidInput).issues;
    expect(await wrong({ lines: [own, { ...own, grantedOn: '2023-12-01' }] })).toMatchObject([
      { path: 'lines.1.grantedOn', textKey: 'aid:error.later' },
    ]);
    expect(await wrong({ lines: [{ ...own, number: '0403.170.701' }] })).toMatchObject([
      { path: 'lines.0.number', textKey: 'aid:error.notDeclaredMember' },
    ]);
    expect((await wrong({ mayAgree: '', changed: '' })).map(({ path }) => path).sort()).toEqual([
      'changed',
      'mayAgree',
    ]);
    expect((await wrong({ lines: [{ grantor: 'Stad Temse' }] })).map(({ path }) => path).sort()).toEqual([
      'lines.0.amountCents',
      'lines.0.grantedOn',
    ]);
    expect(await linesOf(world)).toEqual([]);
  });

  test('opening the link, however often, changes nothing', async () => {
    await send();
    const count = () => inSystem((db) => db.one(sql`select count(*)::int as trail from audit_entries`));
    const before = await count();
    for (let times = 0; times < 3; times += 1) await open();
    expect(await count()).toEqual(before);
  });
});

test('a declaration fills in the form, and is evidence of the decision', async () => {
  await send();
  const { document } = await agree();
  const form = await readEligibility.call(as(world.colleague), here(), at());
  expect(form.knownAid).toMatchObject([{ grantor: 'Stad Temse', amountCents: 1_200_000 }]);
  expect(form.declaration).toMatchObject({ document });
  await decide.call(
    as(world.colleague),
    {
      ...here(),
      ...bakery,
      declaredAid: [{ date: '2023-03-01', grantor: 'Stad Temse', amountCents: '12.000', regulation: '1407/2013' }],
    },
    at(),
  );
  const [decision] = (await readEligibility.call(as(world.colleague), here(), at())).decisions;
  expect(decision!.facts.provenance?.declaration).toMatchObject({ document, on: '2023-10-02' });
  expect(await linesOf(world)).toHaveLength(1);
  // What the enterprise agreed to is not taken away by a decision that leaves it out: it counts.
  expect(decision!.decision.deMinimis).toMatchObject({ usedCents: 1_200_000 });
});
