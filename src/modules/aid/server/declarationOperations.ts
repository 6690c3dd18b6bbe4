import { z } from 'zod';
import { config } from '#platform/server/config.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { forbidden, invalid, notFound, notNow } from '#platform/server/errors.ts';
import { defineMail } from '#platform/server/mail.ts';
import { command, mayOn, nothing, query } from '#platform/server/operation.ts';
import { readPeople } from '#platform/server/people.ts';
import { addTimelineEntry, closeTask, openTask } from '#platform/server/registries.ts';
import { makeLink } from '#modules/access/index.server.ts';
import { contactsOf } from '#modules/enterprises/index.server.ts';
import {
  confirmDocument,
  makeDocument,
  readConfirmations,
  readDocument,
  sealDocument,
} from '#modules/signatures/index.server.ts';
import { placeOf, trajectoryHandle, type TrajectoryHandle } from '#modules/trajectories/index.server.ts';
import { AgreeDeclarationInput, SendDeclarationInput, TrajectoryOnlyInput } from '../declarationInputs.ts';
import type {
  AgreedDeclaration,
  DeclarationContent,
  DeclarationView,
  OpenedDeclaration,
} from '../rules/declarationView.ts';
import { aidTexts } from '../text/index.ts';
import {
  addDeclaration,
  listDeclarations,
  markDeclared,
  readDeclaration as readRow,
  type DeclarationRow,
} from './declarationStore.ts';
import { declaredContent, draftOf, landDeclaration } from './declaring.ts';
import './permissions.ts';
import { personOf } from './person.ts';

defineMail('aid', aidTexts, 'declaration');

const linkDays = 30;
const why = 'who holds a link sees only the trajectory; of the ledger only lines of this enterprise are told';

/** A declaration comes before the grant. */
const isLate = ({ state }: TrajectoryHandle): boolean => !['intake', 'eligibility', 'agreement'].includes(state);

async function agreedOf(db: Db, row: DeclarationRow | undefined): Promise<AgreedDeclaration | null> {
  const document = row?.document ? await readDocument<DeclarationContent>(db, row.document) : undefined;
  if (!document || !row?.agreedAt) return null;
  const [confirmation] = await readConfirmations(db, document.id);
  const people = await readPeople(db, confirmation ? [confirmation.person] : []);
  return {
    content: document.content,
    agreedAt: row.agreedAt,
    by: confirmation ? (people.get(confirmation.person)?.name ?? '') : '',
    means: confirmation?.means ?? 'link',
    checkCode: document.checkCode,
  };
}

/** Where the declaration of a trajectory stands, for who works on it or leads the enterprise. */
export const readDeclaration = query({
  name: 'aid.readDeclaration',
  input: TrajectoryOnlyInput,
  on: trajectoryHandle,
  needs: 'trajectory.read',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, db, actor, today, beyond }): Promise<DeclarationView> {
    const rows = await listDeclarations(db, trajectory.id);
    const open = rows.find(({ state }) => state === 'sent');
    const maySend = mayOn(actor, 'trajectory.manage', trajectory);
    const contacts = maySend ? await contactsOf(db, trajectory.enterprise) : [];
    const people = await readPeople(db, [
      ...contacts.map(({ person }) => person),
      ...(open && maySend ? [open.contact] : []),
    ]);
    const { draft } = await beyond(why, () => draftOf(db, trajectory, today));
    return {
      trajectory: {
        id: trajectory.id,
        enterprise: trajectory.enterprise,
        enterpriseName: trajectory.enterpriseName,
      },
      today,
      open: open ? { id: open.id, sentAt: open.sentAt, sentTo: people.get(open.contact)?.name ?? '' } : null,
      agreed: await agreedOf(
        db,
        rows.find(({ state }) => state === 'agreed'),
      ),
      draft,
      contacts: contacts.map(({ person }) => ({
        person,
        name: people.get(person)?.name ?? '',
        email: people.get(person)?.email ?? '',
      })),
      maySend,
      mayAgree: mayOn(actor, 'trajectory.confirm', trajectory),
      late: isLate(trajectory),
    };
  },
});

/** Asks the enterprise to declare earlier aid: a link to what we know, to be corrected and agreed without an account. */
export const sendDeclaration = command({
  name: 'aid.sendDeclaration',
  input: SendDeclarationInput,
  on: trajectoryHandle,
  needs: 'trajectory.manage',
  example: (world) => ({
    trajectory: world['trajectory.eligibility'] ?? world['trajectory']!,
    contact: world['enterpriseLead']!,
  }),
  async run({ trajectory, input, db, actor, now, today, beyond, effects }) {
    if (isLate(trajectory)) throw notNow('aid:declare.late');
    const contact = (await contactsOf(db, trajectory.enterprise)).find(({ person }) => person === input.contact);
    const person = contact && (await readPeople(db, [contact.person])).get(contact.person);
    if (!person?.email) throw invalid('contact', 'aid:error.contact');
    const { shown } = await beyond(why, () => draftOf(db, trajectory, today));
    const declaration = await addDeclaration(db, trajectory.id, {
      shown: shown.map(({ id }) => id),
      contact: person.id,
      by: personOf(actor),
      at: now,
    });
    const { programme, enterprise, enterpriseName, enterpriseLocale: locale } = trajectory;
    const secret = await makeLink(
      db,
      {
        purpose: 'confirm',
        person: person.id,
        minutes: linkDays * 24 * 60,
        subject: declaration,
        programme,
        enterprise,
        trajectory: trajectory.id,
      },
      now,
    );
    await effects.mail({
      to: person.id,
      template: 'aid.declaration',
      locale,
      parameters: { enterprise: enterpriseName, days: linkDays },
      secrets: { link: `${config().publicUrl}/c/${secret}/aid?lang=${locale}` },
    });
    const link = `/trajectories/${trajectory.id}/aid`;
    const place = placeOf(trajectory);
    await addTimelineEntry(db, place, { kind: 'aid.asked', day: today, textKey: 'aid:timeline.asked', link });
    await openTask(db, place, {
      kind: 'aid.declare',
      subject: trajectory.id,
      roles: ['enterprise_lead'],
      textKey: 'aid:task.declare',
      link,
    });
    return { declaration };
  },
  audit: (input, result) => ({
    subject: { kind: 'aidDeclaration', id: result.declaration },
    fields: ['contact'],
    details: { contact: input.contact },
  }),
});

/** The declaration as the holder of the link sees it. Opening it changes nothing, so a mail scanner does no harm. */
export const openDeclaration = query({
  name: 'aid.openDeclaration',
  input: z.object({}),
  on: nothing,
  needs: 'trajectory.confirm',
  example: () => ({}),
  async run({ db, actor, today, beyond }): Promise<OpenedDeclaration> {
    if (actor.kind !== 'link') throw notFound();
    const row = await readRow(db, actor.subject);
    if (!row) throw notFound();
    const trajectory = (await trajectoryHandle.find(db, row.trajectory))!;
    const { draft } = await beyond(why, () => draftOf(db, trajectory, today));
    return {
      trajectory: trajectory.id,
      declaration: row.id,
      today,
      standing: row.state !== 'sent' ? row.state : isLate(trajectory) ? 'late' : 'open',
      draft,
      agreed: await agreedOf(db, row),
    };
  },
});

/** The enterprise's yes to its own declaration: frozen with a moment and a check code, and in the ledger from then on. */
export const agreeDeclaration = command({
  name: 'aid.agreeDeclaration',
  input: AgreeDeclarationInput,
  on: trajectoryHandle,
  needs: 'trajectory.confirm',
  example: (world) => ({
    trajectory: world['trajectory.eligibility'] ?? world['trajectory']!,
    declaration: '00000000-0000-7000-8000-000000000000',
    lines: [{ grantedOn: '2025-03-14', grantor: 'Stad Temse', amountCents: '2.500' }],
    members: [],
    changed: 'no',
    mayAgree: 'on',
  }),
  async run({ trajectory, input, db, actor, now, today, beyond }) {
    const row = await readRow(db, input.declaration);
    if (!row || row.trajectory !== trajectory.id) throw notNow('aid:declare.withdrawn');
    if (actor.kind === 'link' && actor.subject !== row.id) throw forbidden();
    // Saying it twice changes nothing.
    if (row.state === 'agreed') return { document: row.document!, lines: null };
    if (row.state === 'withdrawn') throw notNow('aid:declare.withdrawn');
    if (isLate(trajectory)) throw notNow('aid:declare.late');
    const person = personOf(actor);
    if (!person) throw forbidden();
    const { draft, ledger } = await beyond(why, () => draftOf(db, trajectory, today));
    const content = declaredContent(input, draft, today);
    const { id: document } = await makeDocument(db, trajectory.id, 'aid_declaration', content, now);
    const means = actor.kind === 'link' ? 'link' : 'signed_in';
    await confirmDocument(db, (await readDocument(db, document))!, { party: 'enterprise', person, means }, now);
    await sealDocument(db, document, now);
    await markDeclared(db, row.id, document, now);
    const place = placeOf(trajectory);
    await beyond(why, () =>
      landDeclaration(db, place, { content, document, shown: row.shown }, ledger, { by: person, at: now }),
    );
    const link = `/trajectories/${trajectory.id}/aid`;
    await addTimelineEntry(db, place, {
      kind: 'aid.declared',
      day: today,
      textKey: 'aid:timeline.declared',
      parameters: { lines: content.lines.length },
      link,
    });
    await closeTask(db, 'aid.declare', trajectory.id);
    if (content.changed === 'yes')
      await openTask(db, place, {
        kind: 'aid.askEvents',
        subject: trajectory.id,
        roles: ['provider_member'],
        textKey: 'aid:task.events',
        link: `/enterprises/${trajectory.enterprise}/aid`,
      });
    return { document, lines: content.lines.length };
  },
  audit: (_input, result) =>
    result.lines === null
      ? null
      : {
          subject: { kind: 'document', id: result.document },
          fields: ['lines', 'members', 'changed'],
          details: { lines: result.lines },
        },
});
