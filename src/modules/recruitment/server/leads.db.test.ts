import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { readEnterprise } from '#modules/reporting/server/operations.ts';
import type { InvalidInput } from '#platform/server/errors.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import type { LeadListView, LeadView } from '../rules/views.ts';
import {
  convertLead,
  declineLead,
  handOverLead,
  listLeads,
  logContact,
  readLead,
  takeLead,
  withdrawLead,
} from './operations.ts';
import {
  as,
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
} from './world.testing.ts';

useOwnDatabase();
let world: World;
beforeAll(async () => {
  world = await plantWorld();
});

type Who = keyof World['people'];
const by = (who: Who) => as(world.people[who]);
const read = (who: Who, lead: string) => readLead.call(by(who), { lead }, at()) as Promise<LeadView>;
const version = async (lead: string) => (await leadRow(lead)).version;
const newLead = async (change = {}) => (await ask(change)).request;
const take = async (who: Who, lead: string) => takeLead.call(by(who), { lead, version: await version(lead) }, at());
const takenLead = async (change = {}) => {
  const lead = await newLead(change);
  await take('alimento', lead);
  return lead;
};
const handOver = async (who: Who, lead: string, to: string) =>
  handOverLead.call(
    by(who),
    { lead, version: await version(lead), providerId: world.provider(to).id, words: 'Jullie kennen dit beter.' },
    at(),
  );
const decline = async (lead: string, more: object = {}) =>
  declineLead.call(by('alimento'), { lead, version: await version(lead), reason: 'not_now', words: '', ...more }, at());
const convert = async (lead: string, who: Who = 'alimento') =>
  convertLead.call(by(who), { lead, version: await version(lead) }, at()) as Promise<{ trajectory: string }>;
const because = async (work: Promise<unknown>) => {
  const { status, textKey } = await refusal(work);
  return `${status} ${textKey}`;
};

describe('taking a lead', () => {
  test('makes it mine, for everybody to see', async () => {
    const lead = await takenLead();
    expect((await read('colleague', lead)).takenBy).toEqual({ name: 'Ann Proef', me: false });
    expect(await tasksOf(lead)).toMatchObject([{ person: world.people.alimento, due: monday }]);
  });

  test('by two at once is won by one; the other reads that somebody has it', async () => {
    const lead = await newLead();
    const outcomes = await Promise.allSettled([take('alimento', lead), take('colleague', lead)]);
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(lost).toHaveLength(1);
    expect((lost[0] as PromiseRejectedResult).reason).toMatchObject({
      status: 409,
      textKey: 'recruitment.office:lead.taken',
    });
  });

  test('of another fund is as if it did not exist', async () => {
    const lead = await newLead();
    for (const who of ['cobot', 'unizo', 'coordinator5'] as const) {
      expect((await refusal(read(who, lead))).status, who).toBe(404);
      expect((await refusal(take(who, lead))).status, who).toBe(404);
    }
  });

  test('is not for who only reads', async () => {
    const lead = await newLead();
    for (const who of ['manager', 'auditor'] as const) {
      expect((await refusal(take(who, lead))).status, who).toBe(403);
      expect((await read(who, lead)).actions.take.shown).toBe(false);
    }
    expect((await refusal(handOver('auditor', lead, 'cobot'))).status).toBe(403);
  });

  test('is not possible once it was declined', async () => {
    const lead = await takenLead();
    await decline(lead);
    expect(await because(take('colleague', lead))).toBe('409 recruitment.office:lead.is.declined');
    expect((await read('colleague', lead)).actions.take.because).toBe('lead.is.declined');
  });
});

describe('the log of contacts', () => {
  const log = async (lead: string, more: object) =>
    logContact.call(
      by('alimento'),
      { lead, version: await version(lead), on: today, channel: 'phone', words: 'Gebeld.', ...more },
      at(),
    );

  test('keeps what was said and plans the next contact', async () => {
    const lead = await takenLead();
    await log(lead, { nextContactOn: '2026-12-01' });
    const view = await read('colleague', lead);
    expect(view).toMatchObject({
      nextContactOn: '2026-12-01',
      log: [{ day: today, channel: 'phone', words: 'Gebeld.', by: 'Ann Proef' }],
    });
    expect(await tasksOf(lead)).toMatchObject([{ due: '2026-12-01' }]);
  });

  test('never leaves an open lead without a day', async () => {
    const lead = await takenLead();
    await log(lead, { channel: 'no_answer' });
    expect((await read('alimento', lead)).nextContactOn).toBe(monday);
  });

  test('closes what waited for an answer to a second request', async () => {
    const number = newNumber();
    const lead = await takenLead({ number });
    await ask({ number, email: `b.${number}@proefkorst.example.org` });
    expect(await tasksOf(lead)).toHaveLength(2);
    await log(lead, {});
    expect((await tasksOf(lead)).map(({ kind }) => kind)).toEqual(['recruitment.contactLead']);
  });

  test('refuses a contact that is still to come, or a next one before it, beside the field', async () => {
    const lead = await takenLead();
    const field = async (more: object) => ((await refusal(log(lead, more))) as InvalidInput).issues[0]!.path;
    expect(await field({ on: '2026-11-19' })).toBe('on');
    expect(await field({ on: today, nextContactOn: '2026-11-01' })).toBe('nextContactOn');
    expect(await field({ channel: 'pigeon' })).toBe('channel');
  });

  test('is shown to the office and not to the enterprise', async () => {
    const lead = await takenLead();
    await log(lead, {});
    const { trajectory } = await convert(lead);
    const { enterprise, contact } = await leadRow(lead);
    const seen = async (person: string) =>
      ((await readEnterprise.call(as(person), { enterprise }, at())) as { entries: { text: string }[] }).entries.map(
        ({ text }) => text,
      );
    expect(await seen(world.people.alimento)).toContain('Ann Proef: telefoon');
    const own = await seen(contact);
    expect(own).toEqual(['Traject begonnen met Ann Proef', 'Vraag om hulp via de website']);
    expect(trajectory).toBeTruthy();
  });
});

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
      expect((await refusal(readEnterprise.call(by(who), { enterprise }, at()))).status, who).toBe(404);
    }
    for (const who of ['unizo', 'coordinator5', 'manager', 'auditor'] as const)
      expect(await read(who, lead), who).toMatchObject({
        state: 'handed_over',
        takenBy: null,
        nextContactOn: monday,
        log: [{ words: 'Maakt textiel.' }],
        handovers: [{ from: 'Alimento', to: 'Unizo', words: 'Jullie kennen dit beter.' }],
      });
    const view = (await readEnterprise.call(by('unizo'), { enterprise }, at())) as { entries: { text: string }[] };
    expect(view.entries.map(({ text }) => text)).toContain('Vraag doorgegeven aan Unizo');
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

describe('the list', () => {
  const list = (who: Who, input: object = {}) => listLeads.call(by(who), input, at()) as Promise<LeadListView>;

  test('puts who waits longest on top and marks what is late', async () => {
    const lead = await newLead({ name: 'Bakkerij De Oude Korst' });
    await inSystem((db) => db.run(sql`update leads set next_contact_on = '2020-01-01' where id = ${lead}`));
    const { leads } = await list('alimento');
    expect(leads[0]).toMatchObject({ id: lead, late: true });
    const days = leads.map(({ nextContactOn }) => nextContactOn ?? '9999');
    expect(days).toEqual([...days].sort());
  });

  test('is searched by name and by number, and filtered by state and fund', async () => {
    const number = newNumber();
    const lead = await newLead({ number, name: 'Bakkerij Zoekkorst' });
    const found = async (input: object, who: Who = 'alimento') => (await list(who, input)).leads.map(({ id }) => id);
    expect(await found({ words: 'zoekkorst' })).toEqual([lead]);
    expect(await found({ words: `BE ${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}` })).toEqual([lead]);
    expect(await found({ words: '100%' })).toEqual([]);
    expect(await found({ words: 'zoekkorst', state: 'declined' })).toEqual([]);
    expect(await found({ words: 'zoekkorst', fund: world.provider('alimento').id }, 'manager')).toEqual([lead]);
    expect(await found({ words: 'zoekkorst', fund: world.provider('cobot').id }, 'manager')).toEqual([]);
    expect((await list('alimento', { state: 'nonsense', fund: 'x', after: '~~' })).filter.state).toBe('open');
  });

  test.each([
    ['open', 'open'],
    ['closed', 'declined'],
  ])('shows every %s lead once over its pages', async (_, state) => {
    for (let made = 0; made < 34; made++) {
      const lead = await newLead({ sector: 'textile' });
      if (state === 'declined') {
        await takeLead.call(by('cobot'), { lead, version: 1 }, at());
        await declineLead.call(by('cobot'), { lead, version: 2, reason: 'not_now', words: '' }, at());
      }
    }
    const seen: string[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const page = await list('cobot', { state, after });
      seen.push(...page.leads.map(({ id }) => id));
      after = page.next ?? undefined;
      pages += 1;
    } while (after && pages < 10);
    expect(pages).toBeGreaterThan(1);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await list('cobot', { state })).counts[state as 'open']);
  });

  test('offers funds to filter by only to who sees several', async () => {
    expect((await list('alimento')).funds).toEqual([]);
    expect((await list('coordinator2')).funds.length).toBeGreaterThan(3);
    expect((await list('manager')).funds.length).toBeGreaterThan((await list('coordinator2')).funds.length);
  });
});
