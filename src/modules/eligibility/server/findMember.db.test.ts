import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { rolesWith } from '#platform/server/permissions.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { as, at, caseWorld, inSystem, refusal, type CaseWorld } from './caseWorld.testing.ts';
import { findMember } from './memberOperations.ts';

useOwnDatabase();
let world: CaseWorld;

beforeAll(async () => {
  world = await caseWorld('eligibility');
});

const find = (words: string, person = world.colleague) =>
  findMember.call(as(person), { trajectory: world.trajectory, words }, at());

describe('a member of a group in the register', () => {
  test('is found by name, with a slip of the pen too, and by number', async () => {
    for (const words of ['bakkerij de proefvraag', 'bakkerij proefvraaag', '0190.090.009', 'BE 0190090009'])
      expect((await find(words)).found[0], words).toMatchObject({
        number: '0190090009',
        name: 'Bakkerij De Proefvraag',
        naturalPerson: false,
      });
    expect(await find('')).toMatchObject({ asked: false, found: [] });
  });

  test('is never a natural person, by name or by number', async () => {
    const [person] = await inSystem((db) =>
      db.many<{ number: string; name: string }>(
        sql`select enterprise_number as number, name from register_names where natural_person and kind = '001' order by 1 limit 1`,
      ),
    );
    for (const words of [person!.number, person!.name]) {
      const { found } = await find(words);
      expect(found.filter(({ naturalPerson, number }) => naturalPerson || number === person!.number)).toEqual([]);
    }
  });

  test('is looked up by who may decide on the enterprise, and by nobody else', async () => {
    for (const person of [world.lead, world.auditor])
      expect((await refusal(find('bakkerij', person))).status, person).toBe(403);
    expect((await refusal(find('bakkerij', world.stranger))).status).toBe(404);
    // Who may decide may look in the register anyhow: nothing is opened here that was closed.
    expect(rolesWith('register.read')).toEqual(expect.arrayContaining([...rolesWith('eligibility.decide')]));
  });
});
