import { z } from 'zod';
import { id, mustAgree } from '#shared/inputs.ts';
import type { Localised } from '#shared/localised.ts';
import type { Actor } from '#platform/server/actor.ts';
import { config } from '#platform/server/config.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { invalid, notFound, notNow } from '#platform/server/errors.ts';
import { defineMail } from '#platform/server/mail.ts';
import { command, mayOn, nothing, query } from '#platform/server/operation.ts';
import { readPeople } from '#platform/server/people.ts';
import { addTimelineEntry, closeTask, openTask } from '#platform/server/registries.ts';
import { makeLink } from '#modules/access/index.server.ts';
import { reserveAid } from '#modules/aid/index.server.ts';
import {
  confirmDocument,
  makeDocument,
  readConfirmations,
  readDocument,
  sealDocument,
  type SealedDocument,
} from '#modules/signatures/index.server.ts';
import { TrajectoryInput } from '../inputs.ts';
import { may } from '../rules/states.ts';
import { texts } from '../text/index.ts';
import {
  markAgreed,
  readAgreementRow,
  readContacts,
  readLastDecision,
  readParties,
  writeAgreement,
} from './agreementStore.ts';
import { insist, moveOn, readFacts } from './facts.ts';
import { trajectoryHandle, type TrajectoryHandle } from './handle.ts';
import { readGuides } from './intakeStore.ts';
import { placeOf } from './place.ts';
import { nextPlanTask } from './planTasks.ts';
import { personOf } from './reader.ts';

defineMail('trajectories', texts, 'agreement');
defineMail('trajectories', texts, 'agreed');

const linkDays = 30;

/** What both sides agree to, word for word; people are named by id, so that the sealed words hold no personal value. */
export interface AgreementContent {
  readonly form: 'agreement-1';
  readonly enterprise: { readonly name: string; readonly number: string };
  readonly provider: string;
  readonly programme: Localised;
  readonly guides: readonly string[];
  readonly amountCents: number;
  readonly regulation: string | null;
  readonly decision: { readonly id: string; readonly hash: string } | null;
}

/** The words with the names of the guides as they are known today. */
async function wordsOf(db: Db, { guides, ...content }: AgreementContent) {
  const people = await readPeople(db, guides);
  return { ...content, guideNames: guides.map((guide) => people.get(guide)?.name ?? '') };
}

async function readable(db: Db, document: SealedDocument<AgreementContent>) {
  const confirmations = await readConfirmations(db, document.id);
  const people = await readPeople(
    db,
    confirmations.map((one) => one.person),
  );
  return {
    id: document.id,
    hash: document.hash,
    checkCode: document.checkCode,
    madeAt: document.madeAt,
    sealedAt: document.sealedAt,
    content: await wordsOf(db, document.content),
    confirmations: confirmations.map((one) => ({
      party: one.party,
      name: people.get(one.person)?.name ?? '',
      at: one.at,
      means: one.means,
    })),
  };
}

/** The agreement for who works on the trajectory or leads the enterprise: its words, where it stands, to whom it may go. */
export const readAgreement = query({
  name: 'trajectories.readAgreement',
  input: TrajectoryInput,
  on: trajectoryHandle,
  needs: 'trajectory.read',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, db, today, actor }) {
    const row = await readAgreementRow(db, trajectory.id);
    const document = row ? await readDocument<AgreementContent>(db, row.document) : undefined;
    const mayManage = mayOn(actor, 'trajectory.manage', trajectory);
    const contacts = mayManage ? await readContacts(db, trajectory.enterprise) : [];
    const people = await readPeople(db, [
      ...contacts.map((contact) => contact.person),
      ...(row && mayManage ? [row.contact] : []),
    ]);
    const facts = await readFacts(db, trajectory, today);
    const maySend = may('sendAgreement', facts);
    return {
      trajectory: {
        id: trajectory.id,
        enterprise: trajectory.enterprise,
        enterpriseName: trajectory.enterpriseName,
        state: facts.state,
        grantedOn: trajectory.grantedOn,
      },
      agreement: row
        ? {
            state: row.state,
            sentAt: row.sentAt,
            agreedAt: row.agreedAt,
            sentTo: people.get(row.contact)?.name ?? '',
          }
        : null,
      document: document ? await readable(db, document) : null,
      /** What would be sent now, to be read before it goes. */
      preview: mayManage && maySend.allowed ? await wordsOf(db, await contentOf(db, trajectory)) : null,
      contacts: contacts.map((contact) => ({
        ...contact,
        name: people.get(contact.person)?.name ?? '',
        email: people.get(contact.person)?.email ?? '',
      })),
      mayManage,
      mayConfirm: mayOn(actor, 'trajectory.confirm', trajectory),
      may: { sendAgreement: maySend, agree: may('agree', facts) },
    };
  },
});

export const sendAgreement = command({
  name: 'trajectories.sendAgreement',
  input: TrajectoryInput.extend({ contact: id() }),
  on: trajectoryHandle,
  needs: 'trajectory.manage',
  example: (world) => ({
    trajectory: world['trajectory.agreement'] ?? world['trajectory']!,
    contact: world['enterpriseLead']!,
  }),
  async run({ trajectory, input, db, actor, now, today, effects }) {
    await insist(db, trajectory, 'sendAgreement', today);
    const contact = (await readContacts(db, trajectory.enterprise)).find((one) => one.person === input.contact);
    const person = contact && (await readPeople(db, [contact.person])).get(contact.person);
    if (!person?.email) throw invalid('contact', 'trajectories:agreement.error.contact');
    const document = await makeDocument(
      db,
      trajectory.id,
      'participation_agreement',
      await contentOf(db, trajectory),
      now,
    );
    await writeAgreement(db, trajectory.id, { document: document.id, contact: person.id, at: now });
    // Sending is the provider's own yes; the enterprise's is asked by the link.
    await confirmDocument(
      db,
      (await readDocument(db, document.id))!,
      { party: 'guide', person: personOf(actor), means: 'signed_in' },
      now,
    );
    const secret = await makeLink(
      db,
      {
        purpose: 'confirm',
        person: person.id,
        minutes: linkDays * 24 * 60,
        subject: document.id,
        programme: trajectory.programme,
        enterprise: trajectory.enterprise,
        trajectory: trajectory.id,
      },
      now,
    );
    await effects.mail({
      to: person.id,
      template: 'trajectories.agreement',
      locale: trajectory.enterpriseLocale,
      parameters: { enterprise: trajectory.enterpriseName, days: linkDays },
      secrets: { link: `${config().publicUrl}/c/${secret}/agreement?lang=${trajectory.enterpriseLocale}` },
    });
    const place = placeOf(trajectory);
    await addTimelineEntry(db, place, {
      kind: 'agreement',
      day: today,
      textKey: 'trajectories:timeline.agreementSent',
      link: `/trajectories/${trajectory.id}/agreement`,
    });
    await closeTask(db, 'trajectories.sendAgreement', trajectory.id);
    await openTask(db, place, {
      kind: 'trajectories.agree',
      subject: trajectory.id,
      roles: ['enterprise_lead'],
      textKey: 'trajectories:task.agree',
      link: `/trajectories/${trajectory.id}/agreement`,
    });
    return { document: document.id };
  },
  audit: (input, result) => ({
    subject: { kind: 'document', id: result.document },
    fields: ['contact'],
    details: { contact: input.contact },
  }),
});

async function contentOf(db: Db, trajectory: TrajectoryHandle): Promise<AgreementContent> {
  const parties = await readParties(db, trajectory.id);
  const decision = await readLastDecision(db, trajectory.id);
  const guides = (await readGuides(db, trajectory.id)).filter((guide) => guide.until === null);
  return {
    form: 'agreement-1',
    enterprise: { name: trajectory.enterpriseName, number: parties.enterpriseNumber },
    provider: parties.providerName,
    programme: parties.programmeName,
    guides: guides.map((guide) => guide.person),
    amountCents: parties.priceCents,
    regulation: decision?.regulation ?? parties.regulation,
    decision: decision ? { id: decision.id, hash: decision.hash } : null,
  };
}

/** The agreement as the holder of the link sees it. Opening it changes nothing, so a mail scanner does no harm. */
export const openAgreement = query({
  name: 'trajectories.openAgreement',
  input: z.object({}),
  on: nothing,
  needs: 'trajectory.confirm',
  example: () => ({}),
  async run({ db, actor, today }) {
    if (actor.kind !== 'link') throw notFound();
    const document = await readDocument<AgreementContent>(db, actor.subject);
    if (!document || document.kind !== 'participation_agreement') throw notFound();
    const trajectory = (await trajectoryHandle.find(db, document.trajectory))!;
    return {
      trajectory: document.trajectory,
      grantedOn: trajectory.grantedOn,
      may: { agree: may('agree', await readFacts(db, trajectory, today)) },
      void: document.voidAt !== null,
      agreed: document.sealedAt !== null,
      document: await readable(db, document),
    };
  },
});

/** The enterprise's yes: the granting date of the aid, for which room is reserved or the yes refused. Saying it twice changes nothing. */
export const agree = command({
  name: 'trajectories.agree',
  input: TrajectoryInput.extend({ document: id(), mayAgree: mustAgree() }),
  on: trajectoryHandle,
  needs: 'trajectory.confirm',
  example: (world) => ({
    trajectory: world['trajectory.agreement'] ?? world['trajectory']!,
    document: '00000000-0000-7000-8000-000000000000',
    mayAgree: 'on',
  }),
  async run({ trajectory, input, db, actor, now, today, beyond, effects }) {
    const row = await readAgreementRow(db, trajectory.id);
    if (row?.state === 'agreed' && row.document === input.document) return { document: row.document };
    const facts = await insist(db, trajectory, 'agree', today);
    // A link is for one document; the one in the form has to be that one.
    if (!row || row.document !== input.document || (actor.kind === 'link' && actor.subject !== row.document))
      throw notNow('trajectories:agreement.error.changed');
    const document = (await readDocument(db, row.document))!;
    await reserveAid({ db, actor, now, today, beyond }, placeOf(trajectory));
    await confirmDocument(db, document, { party: 'enterprise', ...confirmer(actor) }, now);
    await sealDocument(db, document.id, now);
    await markAgreed(db, trajectory.id, now, today);
    await moveOn(db, trajectory, 'agree', facts);
    await addTimelineEntry(db, placeOf(trajectory), {
      kind: 'agreement',
      day: today,
      textKey: 'trajectories:timeline.agreed',
      link: `/trajectories/${trajectory.id}/agreement`,
    });
    await closeTask(db, 'trajectories.agree', trajectory.id);
    await nextPlanTask(db, trajectory, today, 'write');
    await effects.mail({
      to: row.contact,
      template: 'trajectories.agreed',
      locale: trajectory.enterpriseLocale,
      parameters: { enterprise: trajectory.enterpriseName, code: document.checkCode },
      secrets: { link: `${config().publicUrl}/check/${document.checkCode}` },
    });
    return { document: document.id };
  },
  audit: (_input, result) => ({ subject: { kind: 'document', id: result.document }, fields: ['confirmation'] }),
});

/** Who says yes, and how they were recognised. */
function confirmer(actor: Actor): { person: string; means: 'link' | 'signed_in' } {
  if (actor.kind === 'link' && actor.person) return { person: actor.person, means: 'link' };
  return { person: personOf(actor), means: 'signed_in' };
}
