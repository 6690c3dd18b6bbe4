import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { pdfText, readPdf } from '#platform/documents/server/readPdf.testing.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { printActionPlan, printActionPlanByLink } from './actionPlanPrintOperations.ts';
import { readActionPlan, saveActionPlan } from './actionPlanOperations.ts';
import {
  byLink,
  closingDay,
  closingWorld,
  rowsOf,
  sealedPlan,
  sentPlan,
  wholeActionPlan,
  type ClosingWorld,
} from './closingWorld.testing.ts';
import { as, at, refusal } from './planWorld.testing.ts';

useOwnDatabase();

let world: ClosingWorld;
beforeEach(async () => {
  world = await closingWorld();
});

const now = at(closingDay);
const here = () => ({ trajectory: world.trajectory });
const print = async (person = world.consultant) => (await printActionPlan.call(as(person), here(), now)).bytes;
const squeezed = (text: string) => text.replaceAll(/[\s\u00ad\u2010-]+/gu, '');
const words = async (bytes: Uint8Array) => squeezed(pdfText(Buffer.from(bytes)));

describe('the action plan as PDF', () => {
  test('says that it is a draft as long as not both sides said yes', async () => {
    expect(await refusal(print())).toMatchObject({ status: 404 });
    await saveActionPlan.call(as(world.consultant), { ...here(), version: 0, actionPlan: {} }, now);
    expect(await words(await print())).toContain(squeezed('Dit is nog een ontwerp'));
    await sentPlan(world);
    const waiting = await words(await print());
    expect(waiting).toContain(squeezed('Dit is nog een ontwerp'));
    expect(waiting).toContain('LotteVermassen');
    expect(waiting).toContain('BartOvenier');
  });

  test('once sealed holds the words, hash, check code, where to check it, and who said yes when', async () => {
    const { document, secret } = await sealedPlan(world);
    const [row] = await rowsOf<{ hash: string; check_code: string }>(
      sql`select hash, check_code from documents where id = ${document}`,
    );
    const bytes = await print(world.lead);
    const found = await words(bytes);
    for (const text of [
      row!.hash,
      row!.check_code,
      `/check/${row!.check_code}`,
      '22 december 2023',
      'Bevestigd op 22 december 2023 om 11:00',
      'Lotte Vermassen',
      'Bart Ovenier',
      'Twee van de drie mensen stellen de oven zelf in.',
      'Er was te weinig tijd',
      'De matrix hangt in het atelier',
      '22 maart 2024',
      '332,50',
    ])
      expect(found).toContain(squeezed(text));
    expect(found).not.toContain(squeezed('nog een ontwerp'));
    expect(readPdf(Buffer.from(bytes))).toMatchObject({ universalAccess: '1', language: 'nl-BE' });
    const linked = await printActionPlanByLink.call(byLink(secret), {}, now);
    expect(await words(linked.bytes)).toContain(row!.check_code.replaceAll('-', ''));
  });

  test('speaks the language of the enterprise, whoever prints it', async () => {
    await rowsOf(sql`update enterprises set locale = 'fr' where id = ${world.enterprise} returning 1`);
    await sealedPlan(world);
    const bytes = await print();
    expect(readPdf(Buffer.from(bytes))).toMatchObject({ language: 'fr-BE' });
    expect(await words(bytes)).toContain(squeezed('Pour l’entreprise'));
  });

  test('prints hostile text as text', async () => {
    const hostile = [
      '#import "/etc/passwd": *',
      '<script>alert(1)</script>',
      '$x^2$ #panic("boem") \\ @bron *vet* _schuin_ `code`',
      '"); #sys.inputs',
    ];
    const { version } = await readActionPlan.call(as(world.consultant), here(), now);
    await saveActionPlan.call(
      as(world.consultant),
      {
        ...here(),
        version,
        actionPlan: {
          ...wholeActionPlan,
          goals: [{ ...wholeActionPlan.goals[0], result: hostile[0], why: hostile[1] }],
          practices: [{ ...wholeActionPlan.practices[0], what: hostile[2], owner: hostile[3] }],
          embedding: hostile.join('\n\n'),
        },
      },
      now,
    );
    const found = await words(await print());
    for (const text of hostile) expect(found).toContain(squeezed(text));
  });

  test('is for who may see the trajectory', async () => {
    await sealedPlan(world);
    expect(await refusal(print(world.stranger))).toMatchObject({ status: 404 });
    expect(await print(world.auditor)).toBeInstanceOf(Uint8Array);
  });
});
