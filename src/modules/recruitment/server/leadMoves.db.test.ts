import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import type { InvalidInput } from '#platform/server/errors.ts';
import { actsIn } from './leadActs.testing.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';

import { declineLead, handOverLead, logContact, withdrawLead } from './operations.ts';
import {
  ask,
  at,
  count,
  inSystem,
  leadRow,
  lettersTo,
  monday,
  newNumber,
  plantWorld,
  refusal,
  tasksOf,
  today,
  type World,
  timeline,
} from './world.testing.ts';

useOwnDatabase();
let world: World;
beforeAll(async () => {
  world = await plantWorld();
});

const { by, read, version, newLead, take, takenLead, handOver, decline, convert, because } = actsIn(() => world);

describe('handing over', () => {
  test('moves what is seen: the old fund sees nothing any more, the new one everything', async () => {
    const lead = await takenLead();
    const { enterprise, contact } = await leadRow(lead);
    await logContact.call(
      by('alimento'),
      { lead, version: await version(lead), on: today, channel: 'phone', words: 'Maakt textiel.' },
      at(),
    );
    await handOver('alimento', lead, 'unizo');

    for (const who of ['alimento', 'colleague', 'coordinator2'] as const) {
      expect((await refusal(read(who, lead))).status, who).toBe(404);
      expect((await refusal(timeline(world.people[who], enterprise))).status, who).toBe(404);
    }
    for (const who of ['unizo', 'coordinator5', 'manager', 'auditor'] as const)
      expect(await read(who, lead), who).toMatchObject({
        state: 'handed_over',
        takenBy: null,
        nextContactOn: monday,
        log: [{ words: 'Maakt textiel.' }],
        handovers: [{ from: 'Alimento', to: 'Unizo', words: 'Jullie kennen dit beter.' }],
      });
    expect(await timeline(world.people.unizo, enterprise)).toContain('Vraag doorgegeven aan Unizo');
    expect(await tasksOf(lead)).toMatchObject([{ provider: world.provider('unizo').id, person: null }]);
    expect((await lettersTo(contact)).at(-1)).toMatchObject({
      template: 'recruitment.handedOver',
      parameters: { fund: 'Unizo' },
    });
  });

  test('and back again works, and the new fund can take it', async () => {
    const lead = await newLead();
    await handOver('alimento', lead, 'cobot');
    await handOver('cobot', lead, 'alimento');
    await take('alimento', lead);
    expect((await read('alimento', lead)).handovers).toHaveLength(2);
  });

  test('to oneself, to a fund that is not active, or to nobody is refused beside the field', async () => {
    const lead = await newLead();
    for (const to of ['alimento', 'fonds320']) {
      const refused = (await refusal(handOver('alimento', lead, to))) as InvalidInput;
      expect(
        refused.issues.map(({ path }) => path),
        to,
      ).toEqual(['providerId']);
    }
    const wordless = handOverLead.call(
      by('alimento'),
      { lead, version: 1, providerId: world.provider('cobot').id, words: '' },
      at(),
    );
    expect(((await refusal(wordless)) as InvalidInput).issues.map(({ path }) => path)).toEqual(['words']);
  });

  test('with what somebody else changed meanwhile is refused, so that nobody acts on an old page', async () => {
    const lead = await newLead();
    const old = await version(lead);
    await take('colleague', lead);
    const late = declineLead.call(by('alimento'), { lead, version: old, reason: 'not_now', words: '' }, at());
    expect(await because(late)).toBe('409 recruitment.office:lead.changed');
  });

  test('by the programme finds a home for a request without a sector', async () => {
    const lead = await newLead({ sector: 'none' });
    await handOver('manager', lead, 'cobot');
    expect((await read('cobot', lead)).fund).toBe('Cobot');
  });
});

describe('declining and withdrawing', () => {
  test('sends a kind letter with the reason of the list, and keeps the words inside', async () => {
    const lead = await takenLead();
    const { contact } = await leadRow(lead);
    await decline(lead, { reason: 'too_large', words: 'Groep met vijf vestigingen.' });
    expect((await lettersTo(contact)).at(-1)).toEqual({
      template: 'recruitment.declined',
      locale: 'nl',
      parameters: { reason: 'too_large' },
    });
    expect(await read('alimento', lead)).toMatchObject({
      state: 'declined',
      closedOn: today,
      ended: { reason: 'too_large', words: 'Groep met vijf vestigingen.' },
    });
    expect(await tasksOf(lead)).toEqual([]);
  });

  test('for another reason needs words', async () => {
    const lead = await takenLead();
    const refused = (await refusal(decline(lead, { reason: 'other' }))) as InvalidInput;
    expect(refused.issues.map(({ path, textKey }) => `${path} ${textKey}`)).toEqual(['words recruitment:error.sayWhy']);
  });

  test('makes room for a new request of the same enterprise', async () => {
    const number = newNumber();
    const first = await takenLead({ number });
    await decline(first);
    const second = await newLead({ number });
    expect((await read('alimento', second)).state).toBe('new');
  });

  test('withdrawing ends it without a letter', async () => {
    const lead = await takenLead();
    const { contact } = await leadRow(lead);
    const before = (await lettersTo(contact)).length;
    await withdrawLead.call(by('alimento'), { lead, version: await version(lead), words: 'Geen tijd.' }, at());
    expect(await lettersTo(contact)).toHaveLength(before);
    expect((await read('alimento', lead)).state).toBe('withdrawn');
  });
});

describe('beginning a trajectory', () => {
  test('makes me its guide, lets the contact in, and asks for the intake', async () => {
    const lead = await takenLead();
    const { contact, enterprise } = await leadRow(lead);
    const { trajectory } = await convert(lead);
    const row = await inSystem((db) =>
      db.one<
        Record<string, unknown>
      >(sql`select t.state, t.definition_version as version, t.lead_id as lead, t.provider_id as provider, t.started_on as day, g.person_id as guide, g.capacity
        from trajectories t join trajectory_guides g on g.trajectory_id = t.id where t.id = ${trajectory}`),
    );
    expect(row).toEqual({
      state: 'intake',
      version: 'competentiechecks-2023/1',
      lead,
      provider: world.provider('alimento').id,
      day: today,
      guide: world.people.alimento,
      capacity: 'sector_consultant',
    });
    expect(
      await count(
        sql`select count(*)::int as count from grants where person_id = ${contact} and role = 'enterprise_lead' and scope_id = ${enterprise}`,
      ),
    ).toBe(1);
    expect((await lettersTo(contact)).at(-1)).toMatchObject({ template: 'recruitment.started', parameters: {} });
    expect((await tasksOf(trajectory)).map(({ kind }) => kind)).toEqual(['trajectories.intake']);
    expect(await tasksOf(lead)).toEqual([]);
    expect(await read('alimento', lead)).toMatchObject({
      state: 'converted',
      trajectory,
      actions: { convert: { because: 'lead.is.converted' } },
    });
  });

  test('needs the lead to be taken first', async () => {
    const lead = await newLead();
    expect(await because(convert(lead))).toBe('409 recruitment.office:lead.takeFirst');
    expect((await read('alimento', lead)).actions.convert).toEqual({ shown: true, because: 'lead.takeFirst' });
  });

  test('is for a sector consultant of the fund', async () => {
    const lead = await takenLead();
    expect((await refusal(convert(lead, 'coordinator2'))).status).toBe(403);
  });

  test('twice at once gives one trajectory', async () => {
    const lead = await takenLead();
    const outcomes = await Promise.allSettled([convert(lead), convert(lead, 'colleague')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await count(sql`select count(*)::int as count from trajectories where lead_id = ${lead}`)).toBe(1);
  });

  test('a request that comes in afterwards joins the lead of the trajectory that runs', async () => {
    const number = newNumber();
    const lead = await takenLead({ number });
    await convert(lead);
    await ask({ number, email: `c.${number}@proefkorst.example.org`, message: 'Wij ook.' });
    expect((await read('alimento', lead)).attached).toMatchObject([{ message: 'Wij ook.' }]);
    expect((await tasksOf(lead)).map(({ kind }) => kind)).toEqual(['recruitment.attachedRequest']);
  });
});
