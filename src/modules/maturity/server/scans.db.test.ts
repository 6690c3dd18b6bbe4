// Long because the life of a scan, from the first answer to its deletion, is told on one database.
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { questionnaireHash, readVersion } from '#modules/questionnaires/index.server.ts';
import { enterScope, inTransaction, type Db, type Scope } from '#platform/server/database/pool.ts';
import { Refusal } from '#platform/server/errors.ts';
import { hashSecret } from '#platform/server/sealing.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { currentScan } from '../definition/scan.ts';
import { seriesOf } from '../inputs.ts';
import { allAre, bakery as bakeryAnswers } from '../rules/sampleAnswers.testing.ts';
import { claimScan } from './claiming.ts';
import { deleteUnclaimedScans } from './jobs.ts';
import {
  deleteOwnScan,
  downloadScanResult,
  readScan,
  readScanForLead,
  readScanForm,
  readScanResult,
  sendScan,
} from './operations.ts';
import { makePlaces, type Places } from './places.testing.ts';

const database = useOwnDatabase();
let places: Places;
beforeAll(async () => {
  places = await makePlaces(database.url());
});

const visitor = { locale: 'nl' as const, address: randomUUID() };
const about = { 'about.role': 'owner', 'about.workers': '10-19' };
const monday = new Date('2026-11-16T09:00:00Z');

const send = (input: object = {}, now = monday) =>
  sendScan.call(visitor, { form: randomUUID(), answers: { ...about, ...bakeryAnswers }, ...input }, { now });

const asSystem = <Result>(work: (db: Db) => Promise<Result>, scope: Partial<Scope> = { system: true }) =>
  inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'test', ...scope });
    return work(db);
  });
const claim = (secret: string, place = places.bakery) =>
  asSystem((db) => claimScan(db, hashSecret(secret), place, monday));
const count = async (scope: Partial<Scope>) =>
  (await asSystem((db) => db.one<{ n: number }>(sql`select count(*) as n from scans`), scope)).n;

async function refusal(promise: Promise<unknown>): Promise<Refusal> {
  try {
    await promise;
  } catch (caught) {
    if (caught instanceof Refusal) return caught;
    throw caught;
  }
  throw new Error('was not refused');
}

describe('a scan that is sent', () => {
  test('is told to whoever holds its link, and to nobody else', async () => {
    const { secret } = await send({ name: 'Bakkerij De Korenmolen' });
    const { report, deletedOn } = await readScanResult.call(visitor, { secret });
    expect(report.headline).toBe('Je basis is krachtig, en je ambitie groeit mee.');
    expect(report.eyebrow).toBe(
      'Scan van Bakkerij De Korenmolen · 10 tot 19 medewerkers · ingevuld op 16 november 2026',
    );
    expect(report.why).toHaveLength(2);
    expect(report.steps).toHaveLength(2);
    expect(deletedOn).toBe('2026-12-16');
    const wrong = `${seriesOf(secret)}${'A'.repeat(22)}`;
    expect((await refusal(readScanResult.call(visitor, { secret: wrong }))).status).toBe(404);
    expect((await refusal(readScanResult.call(visitor, { secret: 'short' }))).code).toBe('invalid');
  });

  test('speaks the language of the reader', async () => {
    const { secret } = await send();
    const { report } = await readScanResult.call({ locale: 'fr' }, { secret });
    expect(report.headline).toBe('Votre base est forte, et votre ambition grandit aussi.');
  });

  test('is one scan when the same form arrives twice, also at the same moment', async () => {
    const form = randomUUID();
    const before = await count({ system: true });
    const sent = await Promise.all([send({ form }), send({ form }), send({ form })]);
    expect(new Set(sent.map(({ secret }) => secret)).size).toBe(1);
    expect(await count({ system: true })).toBe(before + 1);
  });

  test('follows when somebody goes back and chooses otherwise, until it is claimed', async () => {
    const form = randomUUID();
    const { secret } = await send({ form });
    await send({ form, answers: { ...about, ...allAre('not_yet') } });
    const after = await readScanResult.call(visitor, { secret });
    expect(after.report.situation).toBe('none');
    expect(after.report.comparisons).toEqual([]);
    await claim(secret);
    await send({ form });
    expect((await readScanResult.call(visitor, { secret })).report.situation).toBe('none');
    expect((await refusal(send({ change: secret }))).code).toBe('not_now');
  });

  test('can be changed through its link, which stays the same', async () => {
    const { secret } = await send();
    const { change } = await readScanForm.call(visitor, { change: secret });
    expect(change?.answers).toMatchObject({ 'about.role': 'owner', 'policy.roles': 'always' });
    const answers = { ...change!.answers, 'about.workersExact': '12' };
    expect((await send({ change: secret, answers })).secret).toBe(secret);
    expect((await readScanResult.call(visitor, { secret })).report.eyebrow).toContain('12 medewerkers');
  });

  test('comes as a PDF that names itself', async () => {
    const { secret } = await send();
    const pdf = await downloadScanResult.call(visitor, { secret });
    expect(pdf.name).toBe('scan-resultaat.pdf');
    expect(Buffer.from(pdf.bytes).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('tells the request for help what is known, and nothing for a link that leads nowhere', async () => {
    const { secret } = await send({ name: 'Bakkerij De Korenmolen' });
    expect(await readScanForLead.call(visitor, { secret })).toMatchObject({
      enterpriseName: 'Bakkerij De Korenmolen',
      role: 'owner',
      band: '10-19',
      claimed: false,
    });
    expect(await readScanForLead.call(visitor, { secret: 'A'.repeat(44) })).toBeNull();
  });
});

describe('hostile answers', () => {
  test.each([
    ['no role', { 'about.role': '' }, 'answers.about.role'],
    ['a role that does not exist', { 'about.role': 'admin' }, 'answers.about.role'],
    ['an answer outside the scale', { 'policy.roles': '<script>' }, 'answers.policy.roles'],
    ['two answers at once', { 'policy.roles': ['always', 'not_yet'] }, 'answers.policy.roles'],
    ['a negative number', { 'about.workersExact': '-3' }, 'answers.about.workersExact'],
    ['an absurd number', { 'about.workersExact': '9'.repeat(30) }, 'answers.about.workersExact'],
    ['a number outside the band', { 'about.workersExact': '80' }, 'answers.about.workersExact'],
  ])('%s is said at its field', async (_what, wrong, path) => {
    const answer = await refusal(send({ answers: { ...about, ...bakeryAnswers, ...wrong } }));
    expect(answer).toMatchObject({ code: 'invalid', issues: [expect.objectContaining({ path })] });
  });

  test('unknown items, odd shapes and prototypes do no harm', async () => {
    const answers = { ...about, ...bakeryAnswers, 'x.y': 'z', deep: { er: { est: 1 } }, constructor: 'x', list: ['a'] };
    const { secret } = await send({ answers });
    expect((await readScanResult.call(visitor, { secret })).report.headline).toContain('basis');
    for (const odd of ['text', 7, null, ['a'], undefined])
      expect((await refusal(send({ answers: odd }))).code).toBe('invalid');
  });

  test('markup in the name stays words', async () => {
    const name = '<img src=x onerror=alert(1)> {evil} & Co';
    const { secret } = await send({ name });
    expect((await readScanResult.call(visitor, { secret })).report.eyebrow).toContain(name);
  });

  test('too few answers give no scan, and say how many are needed', async () => {
    const answer = await refusal(send({ answers: { ...about, 'policy.roles': 'always' } }));
    expect(answer).toMatchObject({ issues: [{ path: 'answers', parameters: { answered: 1, needed: 5 } }] });
  });

  test('a series that does not exist is not found', async () => {
    expect((await refusal(send({ with: 'A'.repeat(22) }))).status).toBe(404);
    expect((await refusal(readScanForm.call(visitor, { with: 'A'.repeat(22) }))).status).toBe(404);
  });
});

describe('a scan beside another', () => {
  test('shows what a colleague sees differently, to both', async () => {
    const { secret } = await send();
    const { secret: other } = await send({
      with: seriesOf(secret),
      answers: { ...bakeryAnswers, ...about, 'about.role': 'team_leader', 'policy.roles': 'not_yet' },
    });
    expect(seriesOf(other)).toBe(seriesOf(secret));
    const [mine, theirs] = await Promise.all(
      [secret, other].map((one) => readScanResult.call(visitor, { secret: one })),
    );
    expect(mine!.report.comparisons).toHaveLength(1);
    expect(mine!.report.comparisons[0]).toMatchObject({
      kind: 'disagreement',
      a: 'Leidinggevende van een team',
      b: 'Zaakvoerder of directie',
      statements: [
        { words: 'Leidinggevende van een team zegt ‘Nee, nog niet’, zaakvoerder of directie zegt ‘Ja, altijd’.' },
      ],
    });
    expect(theirs!.report.comparisons[0]).toMatchObject({ kind: 'disagreement', b: 'Leidinggevende van een team' });
    expect(mine!.report.onePerson).toBe('');
  });

  test('shows what changed when the same role looks again', async () => {
    const { secret } = await send();
    const later = new Date('2026-12-10T09:00:00Z');
    const again = { ...about, ...bakeryAnswers, 'support.talks': 'always' };
    const { secret: second } = await send({ with: seriesOf(secret), again: 'on', answers: again }, later);
    const { report } = await readScanResult.call(visitor, { secret: second });
    expect(report.comparisons).toHaveLength(1);
    expect(report.comparisons[0]).toMatchObject({ kind: 'change', a: '16 november 2026', b: '10 december 2026' });
    expect(report.comparisons[0]!.statements).toHaveLength(1);
    expect((await readScanResult.call(visitor, { secret })).report.comparisons).toEqual([]);
  });
});

describe('a version', () => {
  test('is kept word for word, and the scan keeps the one it began with', async () => {
    const { scan, secret } = await send({ version: 1 });
    const row = await asSystem((db) =>
      db.one<{ hash: string; version: number; model: number }>(
        sql`select questionnaire_hash as hash, questionnaire_version as version, model_version as model from scans where id = ${scan}`,
      ),
    );
    expect(row).toEqual({ hash: questionnaireHash(currentScan.questionnaire), version: 1, model: 1 });
    expect(await asSystem((db) => readVersion(db, row.hash))).toEqual(currentScan.questionnaire);
    // The words of the version that was answered are told, whatever the current one says.
    await asSystem(async (db) => {
      const old = structuredClone(currentScan.questionnaire) as unknown as {
        sections: { items: { text: Record<string, string> }[] }[];
      };
      old.sections[1]!.items[0]!.text['nl'] = 'Zo stond het er vroeger.';
      await db.run(
        sql`insert into questionnaire_versions (hash, code, version, content) values ('old', 'maturity_scan', 1, ${JSON.stringify(old)})`,
      );
      await db.run(sql`update scans set questionnaire_hash = 'old' where id = ${scan}`);
    });
    const { report } = await readScanResult.call(visitor, { secret });
    expect(report.answers[0]!.statements[0]!.text).toBe('Zo stond het er vroeger.');
  });

  test('that was never published falls back to the current one', async () => {
    await expect(send({ version: 999 })).resolves.toBeDefined();
  });
});

describe('claiming', () => {
  test('gives the whole series to the enterprise, once, with a line on its timeline', async () => {
    const { secret } = await send();
    await send({ with: seriesOf(secret), answers: { ...about, ...bakeryAnswers, 'about.role': 'hr' } });
    expect(await claim(secret, places.garage)).toMatchObject({ claimed: true });
    expect(await claim(secret, places.garage)).toMatchObject({ claimed: true });
    expect(await claim(secret, places.bakery)).toEqual({ claimed: false, because: 'other_enterprise' });
    expect(await claim('A'.repeat(44))).toEqual({ claimed: false, because: 'unknown' });
    const lines = () =>
      asSystem((db) =>
        db.many<{ text: string; role: string; link: string }>(
          sql`select text_key as text, parameters ->> 'role' as role, link from timeline_entries where enterprise_id = ${places.garage.enterprise} order by id`,
        ),
      );
    expect(await lines()).toMatchObject([
      { text: 'maturity:timeline.scan', role: 'owner' },
      { text: 'maturity:timeline.scan', role: 'hr' },
    ]);
    // A later one goes where the series belongs.
    const { scan } = await send({ with: seriesOf(secret), again: 'on' });
    expect((await lines()).at(-1)!.link).toBe(`/enterprises/${places.garage.enterprise}/scan?scan=${scan}`);
    const view = await readScan.call(
      { locale: 'nl', as: places.people['member.garage']! },
      { enterprise: places.garage.enterprise },
    );
    expect(view.scans).toHaveLength(3);
    expect(view.report?.enterprise).toBe('Garage Proefstraat');
    expect(view.report?.comparisons.map(({ kind }) => kind)).toEqual(['change', 'disagreement']);
  });

  test('shows the scan to who works with that enterprise, and to nobody of another one', async () => {
    const { secret, scan } = await send();
    await claim(secret, places.bakery);
    const ask = (who: string, input: object = {}) =>
      readScan.call(
        { locale: 'nl', as: places.people[who]! },
        { enterprise: places.bakery.enterprise, scan, ...input },
      );
    for (const who of ['lead.bakery', 'consultant.bakery', 'manager', 'auditor'])
      expect((await ask(who)).report?.enterprise, who).toBe('Bakkerij Testveld');
    for (const who of ['lead.garage', 'member.garage']) expect((await refusal(ask(who))).status, who).toBe(404);
    expect([403, 404]).toContain((await refusal(ask('evaluator'))).status);
    const elsewhere = ask('lead.garage', { enterprise: places.garage.enterprise });
    expect((await refusal(elsewhere)).status).toBe(404);
  });

  test('row-level security shows another enterprise, and a transaction without scope, nothing', async () => {
    const { secret } = await send();
    await claim(secret, places.bakery);
    expect(await count({})).toBe(0);
    expect(await count({ secret: hashSecret('A'.repeat(44)) })).toBe(0);
    expect(await count({ secret: hashSecret(secret) })).toBe(1);
    const own = await count({ enterprises: [places.bakery.enterprise] });
    expect(own).toBeGreaterThan(0);
    const others = await asSystem(
      (db) => db.many(sql`select 1 from scans where enterprise_id = ${places.bakery.enterprise}`),
      { enterprises: [places.garage.enterprise] },
    );
    expect(others).toEqual([]);
  });
});

describe('what nobody takes up', () => {
  const exists = async (secret: string) => (await readScanForLead.call(visitor, { secret })) !== null;

  test('is deleted thirty days after it was finished, and not a day before; what is claimed stays', async () => {
    const { secret } = await send();
    const { secret: taken } = await send();
    await claim(taken);
    await deleteUnclaimedScans.run({ today: '2026-12-15' });
    expect(await exists(secret)).toBe(true);
    await deleteUnclaimedScans.run({ today: '2026-12-16' });
    expect(await exists(secret)).toBe(false);
    expect(await exists(taken)).toBe(true);
  });

  test('can be deleted at once by who holds the link, as long as it is not claimed', async () => {
    const { secret } = await send();
    await deleteOwnScan.call(visitor, { secret });
    expect(await exists(secret)).toBe(false);
    expect((await refusal(deleteOwnScan.call(visitor, { secret }))).status).toBe(404);
    const { secret: taken } = await send();
    await claim(taken);
    expect((await refusal(deleteOwnScan.call(visitor, { secret: taken }))).code).toBe('not_now');
    expect(await exists(taken)).toBe(true);
  });

  test('leaves no secret and no answer behind in the trail or the keys against double sending', async () => {
    const { secret } = await send();
    const left = await asSystem((db) =>
      db.one<{
        n: number;
      }>(sql`select (select count(*) from audit_entries e where e::text like ${`%${secret}%`} or e::text like '%not_yet%')
        + (select count(*) from idempotency_keys k where k::text like ${`%${secret}%`}) as n`),
    );
    expect(left.n).toBe(0);
  });
});
