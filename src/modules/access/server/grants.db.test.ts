import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { invite, listGrants, whoAmI, withdrawGrant } from './operations.ts';
import { asSystem, plantAccessWorld, refusalOf } from './world.testing.ts';

useOwnDatabase();
let world: Awaited<ReturnType<typeof plantAccessWorld>>;
const as = (person: string) => ({ locale: 'nl', as: person }) as const;

beforeAll(async () => {
  world = await plantAccessWorld();
});

async function grantOf(person: string): Promise<string> {
  return asSystem(
    async (db) =>
      (await db.one<{ id: string }>(sql`select id from grants where person_id = ${person} and withdrawn_at is null`))
        .id,
  );
}

const newcomer = (role: string, place: string) => ({
  name: 'Nieuw',
  email: `nieuw.${Math.random().toString(36).slice(2)}@example.org`,
  role,
  place,
});

describe('who holds which role', () => {
  test('somebody of a partner sees that partner’s people and nobody else', async () => {
    const { holders, places } = await listGrants.call(as(world.people.member1), {});
    expect(new Set(holders.map((holder) => holder.person.id))).toEqual(
      new Set([world.people.member1, world.people.consultant1]),
    );
    expect(places.map((place) => place.id)).toEqual([world.provider1]);
  });

  test('a coordinator sees the lot and the partners in it', async () => {
    const { holders } = await listGrants.call(as(world.people.coordinator1), {});
    expect(new Set(holders.map((holder) => holder.person.id))).toEqual(
      new Set([world.people.coordinator1, world.people.member1, world.people.consultant1]),
    );
  });

  test('a programme manager sees everybody, and one lot when asked', async () => {
    const { holders, lots } = await listGrants.call(as(world.people.manager), {});
    expect(holders).toHaveLength(7);
    expect(lots.map((lot) => lot.number)).toEqual([1, 2]);
    const second = await listGrants.call(as(world.people.manager), { lot: world.lot2 });
    expect(second.holders.map((holder) => holder.person.id).sort()).toEqual(
      [world.people.coordinator2, world.people.member2].sort(),
    );
  });

  test('an auditor reads the list and may invite nowhere', async () => {
    const { holders, places } = await listGrants.call(as(world.people.auditor), {});
    expect(holders).toHaveLength(7);
    expect(places).toEqual([]);
    expect(holders.some((holder) => holder.withdrawable)).toBe(false);
  });

  test('a consultant does not get the list', async () => {
    expect((await refusalOf(listGrants.call(as(world.people.consultant1), {}))).status).toBe(403);
  });
});

describe('inviting', () => {
  test('is possible within one’s own place', async () => {
    const { person } = await invite.call(as(world.people.member1), newcomer('consultant', world.provider1));
    expect((await whoAmI.call(as(person), {})).person?.roles).toEqual(['consultant']);
    const fromLot = await invite.call(as(world.people.coordinator1), newcomer('provider_member', world.provider1));
    expect((await whoAmI.call(as(fromLot.person), {})).person?.roles).toEqual(['provider_member']);
  });

  test('is refused beyond it', async () => {
    const { member1, coordinator1, auditor } = world.people;
    const attempts: readonly (readonly [string, string, string])[] = [
      [member1, 'consultant', world.provider2],
      [member1, 'lot_coordinator', world.lot1],
      [coordinator1, 'provider_member', world.provider2],
      [coordinator1, 'lot_coordinator', world.lot2],
      [coordinator1, 'auditor', world.programme],
      [auditor, 'consultant', world.provider1],
    ];
    for (const [person, role, place] of attempts)
      expect((await refusalOf(invite.call(as(person), newcomer(role, place)))).status).toBe(403);
    const nowhere = newcomer('consultant', '00000000-0000-7000-8000-000000000000');
    expect((await refusalOf(invite.call(as(member1), nowhere))).status).toBe(404);
  });

  test('to a role that does not belong to the place is answered beside the field', async () => {
    const refusal = await refusalOf(invite.call(as(world.people.manager), newcomer('consultant', world.lot1)));
    expect(refusal).toMatchObject({
      status: 422,
      issues: [{ path: 'place', textKey: 'access.office:error.needs.provider' }],
    });
  });

  test('nobody can be made programme manager through an invitation', async () => {
    const refusal = await refusalOf(
      invite.call(as(world.people.manager), newcomer('programme_manager', world.programme)),
    );
    expect(refusal.status).toBe(422);
  });
});

describe('taking a role back', () => {
  test('works at once, and is written down', async () => {
    const { person } = await invite.call(as(world.people.coordinator1), newcomer('consultant', world.provider1));
    const grant = await grantOf(person);
    await withdrawGrant.call(as(world.people.member1), { grant });
    expect((await whoAmI.call(as(person), {})).person?.roles).toEqual([]);
    const lines = await asSystem((db) =>
      db.many<{ actor: string; programme: string }>(
        sql`select actor_id as actor, programme_id as programme from audit_entries where operation = 'access.withdrawGrant' and subject_id = ${grant}`,
      ),
    );
    expect(lines).toEqual([{ actor: world.people.member1, programme: world.programme }]);
    expect((await refusalOf(withdrawGrant.call(as(world.people.member1), { grant }))).status).toBe(404);
  });

  test('is not for somebody else’s place: there the role does not even exist', async () => {
    const grant = await grantOf(world.people.member2);
    expect((await refusalOf(withdrawGrant.call(as(world.people.member1), { grant }))).status).toBe(404);
    expect((await refusalOf(withdrawGrant.call(as(world.people.coordinator1), { grant }))).status).toBe(404);
    expect((await refusalOf(withdrawGrant.call(as(world.people.auditor), { grant }))).status).toBe(403);
  });

  test('never takes one’s own, nor a programme manager’s', async () => {
    const own = await grantOf(world.people.coordinator1);
    expect((await refusalOf(withdrawGrant.call(as(world.people.coordinator1), { grant: own }))).status).toBe(409);
    const manager = await grantOf(world.people.manager);
    expect((await refusalOf(withdrawGrant.call(as(world.people.manager), { grant: manager }))).status).toBe(403);
  });
});
