import { beforeAll, describe, expect, test } from 'vitest';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { csvOf } from '#platform/server/exports/csv.ts';
import { currentPool } from '#platform/server/database/pool.ts';
import { exportEnterprises, exportSessions, exportTrajectories } from './exportOperations.ts';
import { callersIn, plantBusyWorld, refusal, type SmallWorld, type Who } from './world.testing.ts';

useOwnDatabase();
let world: SmallWorld;
const { as, list } = callersIn(() => world);

beforeAll(async () => {
  world = await plantBusyWorld();
});

async function rowsOf(result: Promise<{ rows: AsyncIterable<Readonly<Record<string, unknown>>> }>) {
  const rows: Readonly<Record<string, unknown>>[] = [];
  for await (const row of (await result).rows) rows.push(row);
  return rows;
}

describe('an export', () => {
  test('holds exactly what the caller’s list holds, in the same order', async () => {
    for (const who of ['memberA', 'memberB', 'coordinator', 'lead'] satisfies Who[]) {
      const names: string[] = [];
      let after: string | null | undefined;
      do {
        const page: { enterprises: readonly { name: string }[]; next: string | null } = await list(
          who,
          after ? { after } : {},
        );
        names.push(...page.enterprises.map(({ name }) => name));
        after = page.next;
      } while (after);
      expect((await rowsOf(exportEnterprises.call(as(who), {}))).map((row) => row['name'])).toEqual(names);
    }
  });

  test('narrows as the list does', async () => {
    const names = async (input: object) =>
      (await rowsOf(exportEnterprises.call(as('manager'), input))).map((row) => row['name']);
    expect(await names({ stage: 'completed' })).toEqual(['Studio Proefklank']);
    expect(await names({ words: 'BE 0400.000.002' })).toEqual(['Garage Proefrit']);
  });

  test('is refused before the first byte leaves', async () => {
    expect(await refusal(exportEnterprises.call(as('evaluator'), {}))).toBe(403);
    expect(await refusal(exportSessions.call({ locale: 'nl' }, {}))).toBe(401);
  });

  test('that nobody reads holds no connection, and one that is left halfway gives it back', async () => {
    for (let time = 0; time < 20; time++) await exportTrajectories.call(as('manager'), {});
    expect(currentPool().waitingCount).toBe(0);
    for (let time = 0; time < 20; time++) {
      for await (const row of (await exportEnterprises.call(as('memberA'), {})).rows) {
        expect(row['name']).toBeTruthy();
        break;
      }
    }
    expect(currentPool().idleCount).toBe(currentPool().totalCount);
  });

  test('speaks the reader’s language where a person opens it, and codes where a program does', async () => {
    const text = async (wordsIn?: 'nl') => {
      let whole = '';
      for await (const piece of csvOf(await exportTrajectories.call(as('manager'), {}), wordsIn ? { wordsIn } : {}))
        whole += piece;
      return whole;
    };
    expect((await text()).split('\r\n')[0]).toBe(
      'id,number,enterprise,lot,provider,stage,started,granted,sessions,hours',
    );
    expect(await text()).toContain(',completed,');
    expect(await text('nl')).toContain(';Afgerond;');
  });
});
