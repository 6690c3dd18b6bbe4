import { moveEnterprise } from '#modules/enterprises/index.server.ts';
import { moveScans } from '#modules/maturity/index.server.ts';
import { readProgramme } from '#modules/programmes/index.server.ts';
import { invalid, notNow } from '#platform/server/errors.ts';
import { command, type Effects } from '#platform/server/operation.ts';
import { readPerson } from '#platform/server/people.ts';
import { addTimelineEntry, moveEntries } from '#platform/server/registries.ts';
import { formatDate } from '#platform/text/formats.ts';
import type { Db } from '#platform/server/database/pool.ts';
import type { Locale } from '#shared/localised.ts';
import { DeclineLeadInput, HandOverLeadInput, LogContactInput, TakeLeadInput, WithdrawLeadInput } from '../inputs.ts';
import { nextContactAfter } from '../rules/afterContact.ts';
import { firstContactBy } from '../rules/nextContact.ts';
import { leadHandle, type LeadHandle } from './handle.ts';
import { insistLead, personOf } from './insist.ts';
import { addContactLog, addHandover, changeLead, hasRunningTrajectory, moveLeads } from './leadStore.ts';
import { noMoreAttached, noMoreWaiting, waitForContact, waitingRoles } from './leadTask.ts';
import './mails.ts';
import { providerHasMembers } from './requestStore.ts';

const anyone = ['provider_member', 'lot_coordinator'] as const;
const noLead = '00000000-0000-7000-8000-000000000000';

/** The lead becomes mine: I call. Two at the same moment: one gets it, the other reads that somebody has it. */
export const takeLead = command({
  name: 'recruitment.takeLead',
  input: TakeLeadInput,
  on: leadHandle,
  needs: 'lead.handle',
  example: (world) => ({ lead: world['lead.new'] ?? noLead, version: 1 }),
  async run({ lead, db, actor, today }) {
    const me = personOf(actor);
    const state = insistLead('take', lead);
    const due = lead.nextContactOn ?? firstContactBy(today);
    await changeLead(db, lead, { state, takenBy: me, nextContactOn: due });
    await waitForContact(db, lead, { due, roles: anyone, person: me });
    await addTimelineEntry(db, lead, {
      kind: 'recruitment.leadTaken',
      day: today,
      textKey: 'recruitment.office:timeline.taken',
      parameters: { byPerson: me },
      link: `/leads/${lead.id}`,
      officeOnly: true,
    });
    return { lead: lead.id };
  },
  audit: (input) => ({ subject: { kind: 'lead', id: input.lead }, fields: ['state', 'takenBy'] }),
});

/** Notes a contact, or a try, and when the next one is: no open lead is ever without a day. */
export const logContact = command({
  name: 'recruitment.logContact',
  input: LogContactInput,
  on: leadHandle,
  needs: 'lead.handle',
  example: (world) => ({
    lead: world['lead.taken'] ?? noLead,
    version: 1,
    on: '2024-05-10',
    channel: 'phone',
    words: '',
  }),
  async run({ lead, db, actor, input, today }) {
    const me = personOf(actor);
    const state = insistLead('logContact', lead);
    if (input.on > today) throw invalid('on', 'recruitment.office:error.contactAhead');
    const due = nextContactAfter(input.nextContactOn, lead.nextContactOn, today);
    await addContactLog(db, lead, { by: me, day: input.on, channel: input.channel, words: input.words });
    await changeLead(db, lead, { state, nextContactOn: due });
    await noMoreAttached(db, lead.id);
    await waitForContact(db, lead, { due, roles: anyone, person: lead.takenBy });
    await addTimelineEntry(db, lead, {
      kind: 'recruitment.contact',
      day: input.on,
      textKey: 'recruitment.office:timeline.contact',
      parameters: { byPerson: me, channel: input.channel },
      link: `/leads/${lead.id}`,
      officeOnly: true,
    });
    return { nextContactOn: due };
  },
  audit: (input) => ({
    subject: { kind: 'lead', id: input.lead },
    fields: ['contacts', 'nextContactOn'],
    details: { channel: input.channel },
  }),
});

/** Passes a lead on to another fund, with everything that hangs on it: from then on only that fund and its lot see it. */
export const handOverLead = command({
  name: 'recruitment.handOverLead',
  input: HandOverLeadInput,
  on: leadHandle,
  needs: 'lead.handOver',
  example: (world) => ({
    lead: world['lead.taken'] ?? noLead,
    version: 1,
    providerId: world['provider'] ?? noLead,
    words: 'Jullie kennen deze sector beter.',
  }),
  async run({ lead, db, actor, input, today, effects, beyond }) {
    const me = personOf(actor);
    const state = insistLead('handOver', lead, input.version);
    const programme = await readProgramme(db, lead.programme);
    const fund = programme?.providers.find(({ id }) => id === input.providerId && id !== lead.provider);
    if (!fund?.active) throw invalid('providerId', 'error.choice');
    const to = { lot: fund.lot, provider: fund.id };
    const due = firstContactBy(today);
    await beyond('the fund that gets it is not in the sight of the one that gives it', async () => {
      if (await hasRunningTrajectory(db, lead.enterprise)) throw notNow('recruitment.office:lead.hasTrajectory');
      await noMoreWaiting(db, lead.id);
      await changeLead(db, lead, { state, takenBy: null, nextContactOn: due });
      await moveLeads(db, lead.enterprise, to);
      const place = { programme: lead.programme, ...to, enterprise: lead.enterprise };
      await moveEnterprise(db, lead.enterprise, place);
      await moveScans(db, place);
      await moveEntries(db, place);
      await addHandover(db, lead, { to, by: me, day: today, words: input.words });
      const roles = waitingRoles(fund.id, await providerHasMembers(db, fund.id));
      const moved = { ...lead, ...to };
      await waitForContact(db, moved, { due, roles, handedOver: true });
      await addTimelineEntry(db, moved, {
        kind: 'recruitment.leadHandedOver',
        day: today,
        textKey: 'recruitment:timeline.handedOver',
        parameters: { fund: fund.name },
      });
      await tell(db, effects, lead, 'handedOver', (locale) => ({ fund: fund.name, day: formatDate(due, locale) }));
    });
    return { provider: fund.id };
  },
  audit: (input, result) => ({
    subject: { kind: 'lead', id: input.lead },
    fields: ['state', 'provider', 'lot'],
    details: { to: result.provider },
  }),
});

/** Does not go on, with a reason from the list; the person gets a kind letter. */
export const declineLead = command({
  name: 'recruitment.declineLead',
  input: DeclineLeadInput,
  on: leadHandle,
  needs: 'lead.handle',
  example: (world) => ({ lead: world['lead.taken'] ?? noLead, version: 1, reason: 'not_now', words: '' }),
  async run({ lead, db, input, today, effects }) {
    const state = insistLead('decline', lead, input.version);
    const words = input.words || null;
    await changeLead(db, lead, {
      state,
      nextContactOn: null,
      declineReason: input.reason,
      declineWords: words,
      closedOn: today,
    });
    await noMoreWaiting(db, lead.id);
    await addTimelineEntry(db, lead, {
      kind: 'recruitment.leadDeclined',
      day: today,
      textKey: 'recruitment:timeline.declined',
      parameters: { reason: input.reason },
    });
    await tell(db, effects, lead, 'declined', () => ({ reason: input.reason }));
    return { reason: input.reason };
  },
  audit: (input) => ({
    subject: { kind: 'lead', id: input.lead },
    fields: ['state', 'declineReason'],
    details: { reason: input.reason },
  }),
});

/** The enterprise does not want it any more: no letter, since it said so itself. */
export const withdrawLead = command({
  name: 'recruitment.withdrawLead',
  input: WithdrawLeadInput,
  on: leadHandle,
  needs: 'lead.handle',
  example: (world) => ({ lead: world['lead.taken'] ?? noLead, version: 1, words: '' }),
  async run({ lead, db, input, today }) {
    const state = insistLead('withdraw', lead, input.version);
    await changeLead(db, lead, { state, nextContactOn: null, declineWords: input.words || null, closedOn: today });
    await noMoreWaiting(db, lead.id);
    await addTimelineEntry(db, lead, {
      kind: 'recruitment.leadWithdrawn',
      day: today,
      textKey: 'recruitment:timeline.withdrawn',
    });
    return { lead: lead.id };
  },
  audit: (input) => ({ subject: { kind: 'lead', id: input.lead }, fields: ['state'] }),
});

/** A letter to the contact in their own language; nobody writes to somebody who was erased. */
async function tell(
  db: Db,
  effects: Effects,
  lead: LeadHandle,
  letter: 'handedOver' | 'declined',
  parameters: (locale: Locale) => Readonly<Record<string, string>>,
): Promise<void> {
  const person = await readPerson(db, lead.contact);
  if (!person || person.erased || !person.email) return;
  await effects.mail({
    to: person.id,
    template: `recruitment.${letter}`,
    locale: person.locale,
    parameters: parameters(person.locale),
  });
}
