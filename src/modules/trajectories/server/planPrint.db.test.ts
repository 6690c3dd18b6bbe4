import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { currentScan, levels, scoreScan } from '#modules/maturity/index.ts';
import { authenticate } from '#platform/server/actor.ts';
import { newId } from '#platform/server/ids.ts';
import { readPdf, type TagElement } from '#platform/documents/server/readPdf.testing.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { trajectoryHandle } from './handle.ts';
import { planDocument } from './planDocument.ts';
import { readPlan, savePlan, submitPlan } from './planOperations.ts';
import { printPlan } from './planPrintOperations.ts';
import { as, at, inSystem, planWorld, refusal, wholePlan, type PlanWorld } from './planWorld.testing.ts';
import { returnPlan } from './planVerdictOperations.ts';

useOwnDatabase();

let world: PlanWorld;
beforeEach(async () => {
  world = await planWorld();
});
const here = () => ({ trajectory: world.trajectory });
const print = (person: string) => printPlan.call(as(person), here(), at());
const headings = (tag: TagElement): string[] => [...(tag.title ? [tag.title] : []), ...tag.children.flatMap(headings)];
const read = async (person: string) => {
  const pdf = readPdf((await print(person)).bytes);
  return { ...pdf, headings: headings(pdf.tags) };
};

describe('a plan on paper', () => {
  test('is there as soon as there is a plan, for who may see it', async () => {
    expect((await refusal(print(world.consultant))).status).toBe(404);
    await savePlan.call(as(world.consultant), { ...here(), version: 0, plan: wholePlan }, at());
    expect((await refusal(print(world.stranger))).status).toBe(404);
    const { name, mediaType, bytes } = await print(world.lead);
    expect([name, mediaType]).toEqual(['Plan van aanpak Bakkerij De Proefkorrel.pdf', 'application/pdf']);
    expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe('%PDF-');
  });

  test('speaks the language of the enterprise, says in which state it is, and keeps remarks for the office', async () => {
    await inSystem((db) => db.run(sql`update enterprises set locale = 'fr' where id = ${world.enterprise}`));
    await savePlan.call(as(world.consultant), { ...here(), version: 0, plan: wholePlan }, at());
    expect((await read(world.lead)).language).toBe('fr-BE');
    await submitPlan.call(as(world.consultant), { ...here(), version: 1 }, at());
    const remarks = [{ section: 'goals.g1', words: 'Hoe meet je dit?' }];
    await returnPlan.call(as(world.coordinator), { ...here(), version: 1, words: '', remarks }, at());
    const document = (person: string) =>
      inSystem(async (db) => {
        const handle = await trajectoryHandle.find(db, world.trajectory);
        const actor = await authenticate(db, as(person), at().now);
        return (await planDocument(db, handle!, actor))!;
      });
    const { approval, goals, facts } = await document(world.consultant);
    expect(approval).toMatchObject({
      status: 'returned',
      text: expect.stringContaining('Griet Maes') as string,
      remarks: [{ section: 'Objectif 1', text: 'Hoe meet je dit?' }],
    });
    expect(goals[0]!.actions[1]).toMatchObject({ hours: '10,5\u00a0h', when: '10/11/2023 – 20/12/2023' });
    expect(facts).toMatchObject({ enterprise: 'Bakkerij De Proefkorrel', size: '14 travailleurs' });
    expect((await document(world.lead)).approval.remarks).toEqual([]);
  });

  test('keeps what looks like markup as text', async () => {
    const plan = structuredClone(wholePlan);
    plan.goals[0]!.title = '#strong[x] <b>vet</b> $y$';
    await savePlan.call(as(world.consultant), { ...here(), version: 0, plan }, at());
    expect((await read(world.consultant)).headings.join('\n')).toContain('#strong[x] <b>vet</b> $y$');
  });
});

test('a first plan takes the next steps of the last scan as goals, and says so', async () => {
  const { model, version } = currentScan;
  const answers = Object.fromEntries(model.statements.map(({ id }, index) => [id, levels[index % levels.length]!]));
  const result = scoreScan(model, answers);
  await inSystem(async (db) => {
    await db.run(
      sql`insert into questionnaire_versions (hash, code, version, content) values ('x', 'maturity', ${version}, '{}') on conflict do nothing`,
    );
    await db.run(sql`insert into scans (id, programme_id, lot_id, provider_id, enterprise_id, series_id, series_hash, secret_hash, relation, questionnaire_code, questionnaire_version,
        questionnaire_hash, role, worker_band, workers, answers, locale, state, started_on, finished_on, claimed_at, model_id, model_version, result)
      select ${newId()}, programme_id, lot_id, provider_id, id, ${newId()}, 'h', ${newId()}, 'first', 'maturity', ${version},
        'x', 'owner', '10-19', 14, ${JSON.stringify(answers)}, 'nl', 'claimed', '2023-09-02', '2023-09-02', now(), 'm', 1, ${JSON.stringify(result)} from enterprises where id = ${world.enterprise}`);
  });
  const { plan, sources } = await readPlan.call(as(world.colleague), here(), at());
  expect(plan.goals.length).toBeGreaterThan(0);
  expect(sources).toContainEqual({
    path: 'goals.0.title',
    from: 'scan',
    key: 'source.scan',
    params: { day: '2023-09-02' },
  });
});
