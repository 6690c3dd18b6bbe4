import { giveGrant, makeLink } from '#modules/access/index.server.ts';
import { addContact } from '#modules/enterprises/index.server.ts';
import { readProgramme } from '#modules/programmes/index.server.ts';
import { startTrajectory } from '#modules/trajectories/index.server.ts';
import { config } from '#platform/server/config.ts';
import { notFound, notNow } from '#platform/server/errors.ts';
import { command } from '#platform/server/operation.ts';
import { readPeople } from '#platform/server/people.ts';
import { addTimelineEntry } from '#platform/server/registries.ts';
import { ConvertLeadInput } from '../inputs.ts';
import { leadHandle } from './handle.ts';
import { insistLead, personOf } from './insist.ts';
import { changeLead, hasRunningTrajectory } from './leadStore.ts';
import { noMoreWaiting } from './leadTask.ts';
import './mails.ts';

const invitationMinutes = 14 * 24 * 60;

/** A trajectory begins: I guide it first, the contact gets a way in, and the intake waits. */
export const convertLead = command({
  name: 'recruitment.convertLead',
  input: ConvertLeadInput,
  on: leadHandle,
  needs: 'lead.convert',
  example: (world) => ({ lead: world['lead.taken'] ?? '00000000-0000-7000-8000-000000000000', version: 1 }),
  async run({ lead, db, actor, input, now, today, effects, beyond }) {
    const me = personOf(actor);
    const state = insistLead('convert', lead, input.version);
    const programme = await readProgramme(db, lead.programme);
    if (!programme || !lead.lot || !lead.provider) throw notFound();
    const running = await beyond('a trajectory may run in other hands; only that it runs is told', () =>
      hasRunningTrajectory(db, lead.enterprise),
    );
    if (running) throw notNow('recruitment.office:lead.hasTrajectory');
    const belongs = { programme: lead.programme, lot: lead.lot, provider: lead.provider };
    const trajectory = await startTrajectory(db, {
      ...belongs,
      enterprise: lead.enterprise,
      enterpriseName: lead.enterpriseName,
      lead: lead.id,
      definitionVersion: `${programme.definition.code}/${programme.definition.version}`,
      on: today,
      guide: { person: me, capacity: 'sector_consultant' },
    });
    await addTimelineEntry(
      db,
      { ...belongs, enterprise: lead.enterprise, trajectory },
      {
        kind: 'recruitment.trajectoryStarted',
        day: today,
        textKey: 'recruitment:timeline.started',
        parameters: { guidePerson: me },
        link: `/trajectories/${trajectory}/intake`,
      },
    );
    await changeLead(db, lead, { state, nextContactOn: null, closedOn: today });
    await noMoreWaiting(db, lead.id);
    await addContact(db, { ...belongs, id: lead.enterprise }, { person: lead.contact, capacity: 'other' });

    const people = await readPeople(db, [lead.contact, me]);
    const contact = people.get(lead.contact);
    if (contact && !contact.erased && contact.email) {
      await beyond('who begins a trajectory lets its contact in, without managing the roles of enterprises', () =>
        giveGrant(db, {
          person: contact.id,
          role: 'enterprise_lead',
          scope: 'enterprise',
          id: lead.enterprise,
          programme: lead.programme,
        }),
      );
      const secret = await makeLink(
        db,
        {
          purpose: 'invitation',
          person: contact.id,
          minutes: invitationMinutes,
          programme: lead.programme,
          enterprise: lead.enterprise,
        },
        now,
      );
      await effects.mail({
        to: contact.id,
        template: 'recruitment.started',
        locale: contact.locale,
        secrets: { link: `${config().publicUrl}/sign-in/${secret}`, guide: people.get(me)?.name ?? '' },
      });
    }
    return { trajectory };
  },
  audit: (input, result) => ({
    subject: { kind: 'lead', id: input.lead },
    fields: ['state'],
    details: { trajectory: result.trajectory },
  }),
});
