import { strFromU8, unzipSync } from 'fflate';
import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { pdfText } from '#platform/documents/server/readPdf.testing.ts';
import type { Download } from '#platform/server/door.ts';
import type { InvalidInput } from '#platform/server/errors.ts';
import { operationNamed } from '#platform/server/operation.ts';
import { sha256 } from '#platform/server/sealing.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { as, at, bakery, caseWorld, inSystem, refusal, type CaseWorld } from './caseWorld.testing.ts';
import { printDecision } from './certificateOperations.ts';
import { addEvidence, readEvidence, takeOffEvidence } from './evidenceOperations.ts';
import { decide } from './operations.ts';
import { hashOfDecision, readDecisions } from './store.ts';

useOwnDatabase();

let world: CaseWorld;
beforeEach(async () => {
  world = await caseWorld('eligibility');
});

const here = () => ({ trajectory: world.trajectory });
const words = 'Omzet 1.900.000 en balans 800.000.';
const add = (more: object = {}, person = world.colleague) =>
  addEvidence.call(
    as(person),
    {
      ...here(),
      kind: 'annual_accounts',
      file: { name: 'jaarrekening.txt', content: Buffer.from(words).toString('base64') },
      ...more,
    },
    at(),
  );
const say = (more: object = {}) => decide.call(as(world.colleague), { ...here(), ...bakery, ...more }, at());
const stored = () => inSystem((db) => readDecisions(db, world.trajectory));
const view = (person = world.colleague) => readEvidence.call(as(person), here(), at());
const remove = async (attachment: string) => {
  const { enterprise } = await inSystem((db) =>
    db.one<{ enterprise: string }>(sql`select enterprise_id as enterprise from attachments where id = ${attachment}`),
  );
  return operationNamed('timeline.removeFile')!.call(as(world.colleague), { enterprise, attachment }, at());
};

describe('evidence', () => {
  test('that lies there when it is decided is frozen with the decision by its hash, and is not removed any more', async () => {
    const { attachment } = await add();
    await say();
    const [frozen] = await stored();
    expect(frozen!.facts.provenance!.files).toEqual([
      {
        attachment,
        kind: 'annual_accounts',
        sha256: sha256(Buffer.from(words)),
        mediaType: expect.any(String),
        size: words.length,
      },
    ]);
    expect(frozen!.hash).toBe(hashOfDecision(frozen!.facts, frozen!.decision));
    expect(await refusal(remove(attachment))).toMatchObject({ status: 409, textKey: 'timeline:because.kept' });
  });

  test('that was added later, taken off or removed is no part of it', async () => {
    const off = await add();
    await takeOffEvidence.call(as(world.colleague), { ...here(), evidence: off.evidence }, at());
    const gone = await add();
    await remove(gone.attachment);
    await say();
    await add();
    expect((await stored())[0]!.facts.provenance).toBeUndefined();
    expect(await view()).toMatchObject({ next: [{ name: 'jaarrekening.txt' }], frozen: [] });
    await say({ whyAgain: 'Nu met de jaarrekening.' });
    expect((await view()).frozen).toMatchObject([{ on: '2023-10-02', files: [{ name: 'jaarrekening.txt' }] }]);
  });

  test('stands on the certificate with its name and hash, and in the file of an auditor with what is in it', async () => {
    const { attachment } = await add();
    await say();
    const { bytes } = await printDecision.call(as(world.auditor), here(), at());
    expect(pdfText(bytes)).toContain('jaarrekening.txt');
    expect(pdfText(bytes).replaceAll(/\s/gu, '')).toContain(sha256(Buffer.from(words)));
    const zip = async () => {
      const made = (await operationNamed('reporting.takeFile')!.call(as(world.auditor), here(), at())) as Download;
      return unzipSync(made.bytes);
    };
    const path = `decisions/evidence/${sha256(Buffer.from(words)).slice(0, 12)}-jaarrekening.txt`;
    // Nobody gets a file that the scanner has not looked at.
    expect(Object.keys(await zip())).not.toContain(path);
    await inSystem((db) => db.run(sql`update attachments set state = 'clean' where id = ${attachment}`));
    const files = await zip();
    expect(strFromU8(files[path]!)).toBe(words);
    expect(strFromU8(files['manifest.sha256']!)).toContain(sha256(Buffer.from(words)));
    expect(files['documents/eligibility-certificate.pdf']).toBeTruthy();
  });

  test('is refused beside its field when it is no file that is taken', async () => {
    const refused = (await refusal(
      add({ file: { name: 'macro.exe', content: Buffer.from('MZ').toString('base64') } }),
    )) as InvalidInput;
    expect(refused.issues).toMatchObject([{ path: 'file', textKey: 'timeline:error.file.kind' }]);
  });

  test('is added by who guides or decides and by the enterprise, before the agreement', async () => {
    await add({}, world.lead);
    expect(await refusal(add({}, world.auditor))).toMatchObject({ status: 403 });
    expect(await refusal(add({}, world.stranger))).toMatchObject({ status: 404 });
    expect((await view(world.lead)).next).toHaveLength(1);
    const other = await caseWorld('eligibility');
    const { evidence } = await add();
    const elsewhere = takeOffEvidence.call(as(other.colleague), { trajectory: other.trajectory, evidence }, at());
    expect(await refusal(elsewhere)).toMatchObject({ status: 404 });
    world = await caseWorld('planning');
    expect(await refusal(add())).toMatchObject({ status: 409, textKey: 'eligibility:evidence.tooLate' });
  });
});
