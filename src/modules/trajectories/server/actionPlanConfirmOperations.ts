import { z } from 'zod';
import type { Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { forbidden, notFound, notNow } from '#platform/server/errors.ts';
import { command, nothing, query } from '#platform/server/operation.ts';
import { readPeople } from '#platform/server/people.ts';
import { addTimelineEntry } from '#platform/server/registries.ts';
import { isIntact, readConfirmations, readDocument, voidDocument } from '#modules/signatures/index.server.ts';
import { ConfirmActionPlanInput, ConfirmAsGuideInput, ObjectToActionPlanInput } from '../actionPlanInputs.ts';
import type { ActionPlanWords, ConfirmingParty, LinkedActionPlan, LinkStanding } from '../rules/actionPlanView.ts';
import { sayYes } from './actionPlanSealing.ts';
import { addObjection, listObjections, readActionPlanRow, readGuideIds, takeBackToDraft } from './actionPlanStore.ts';
import { actionPlanLink, nextActionPlanTasks } from './actionPlanTasks.ts';
import { readActionPlanDocument, readStanding, type ActionPlanDocumentRow } from './actionPlanWords.ts';
import { insist } from './facts.ts';
import { trajectoryHandle, type TrajectoryHandle } from './handle.ts';
import { placeOf } from './place.ts';
import { personOf } from './reader.ts';
import './closingMails.ts';

const exampleDocument = '00000000-0000-7000-8000-000000000000';

/** Who speaks, and how they were recognised. A link speaks about its own document only. */
function speakerOf(actor: Actor, document: ActionPlanDocumentRow): { person: string; means: 'link' | 'signed_in' } {
  if (actor.kind !== 'link') return { person: personOf(actor), means: 'signed_in' };
  if (!actor.person || actor.subject !== document.id) throw notFound();
  return { person: actor.person, means: 'link' };
}

/** For whom a link speaks: a guide whom the document names speaks as guide, never for the enterprise as well. */
const sideOf = ({ content }: ActionPlanDocumentRow, person: string): ConfirmingParty =>
  content.guides.includes(person) ? 'guide' : 'enterprise';

async function documentOf(db: Db, trajectory: TrajectoryHandle, id: string): Promise<ActionPlanDocumentRow> {
  const document = await readActionPlanDocument(db, trajectory.id, id);
  if (!document) throw notFound();
  return document;
}

/** The enterprise's yes, by the link in the mail or signed in. Saying it twice changes nothing. */
export const confirmActionPlan = command({
  name: 'trajectories.confirmActionPlan',
  input: ConfirmActionPlanInput,
  on: trajectoryHandle,
  needs: 'trajectory.confirm',
  example: (world) => ({ trajectory: world['trajectory']!, document: exampleDocument, mayConfirm: 'on' }),
  async run(context) {
    const { trajectory, input, db, actor } = context;
    const document = await documentOf(db, trajectory, input.document);
    const speaker = speakerOf(actor, document);
    if (speaker.means === 'link' && sideOf(document, speaker.person) !== 'enterprise') throw forbidden();
    return sayYes(context, trajectory, document, { party: 'enterprise', ...speaker });
  },
  audit: (input, result) => ({
    subject: { kind: 'document', id: input.document },
    fields: ['confirmation'],
    details: { party: 'enterprise', ...result },
  }),
});

/** The yes of a guide who did not send the plan, by the link in the mail or signed in. */
export const confirmActionPlanAsGuide = command({
  name: 'trajectories.confirmActionPlanAsGuide',
  input: ConfirmAsGuideInput,
  on: trajectoryHandle,
  needs: 'trajectory.confirmAsGuide',
  example: (world) => ({ trajectory: world['trajectory']!, document: exampleDocument }),
  async run(context) {
    const { trajectory, input, db, actor } = context;
    const document = await documentOf(db, trajectory, input.document);
    const speaker = speakerOf(actor, document);
    // A colleague at the fund may write along, and a link may be of the enterprise; the yes is of who guides.
    if (!(await readGuideIds(db, trajectory.id)).includes(speaker.person)) throw forbidden();
    if (speaker.means === 'link' && sideOf(document, speaker.person) !== 'guide') throw forbidden();
    return sayYes(context, trajectory, document, { party: 'guide', ...speaker });
  },
  audit: (input, result) => ({
    subject: { kind: 'document', id: input.document },
    fields: ['confirmation'],
    details: { party: 'guide', ...result },
  }),
});

/** «Something is not right»: the document is void, the plan goes back to who writes it, with the words beside it. */
export const objectToActionPlan = command({
  name: 'trajectories.objectToActionPlan',
  input: ObjectToActionPlanInput,
  on: trajectoryHandle,
  needs: 'trajectory.confirm',
  example: (world) => ({ trajectory: world['trajectory']!, document: exampleDocument, words: 'De datum klopt niet.' }),
  async run({ trajectory, input, db, actor, now, today }) {
    const document = await documentOf(db, trajectory, input.document);
    const speaker = speakerOf(actor, document);
    await insist(db, trajectory, 'confirmActionPlan', today);
    const row = await readActionPlanRow(db, trajectory.id);
    if (row?.document !== document.id) throw notNow('trajectories:confirm.changed');
    await addObjection(db, trajectory.id, { ...speaker, document: document.id, words: input.words, at: now });
    await voidDocument(db, document.id, now);
    await takeBackToDraft(db, trajectory.id);
    await nextActionPlanTasks(db, trajectory, ['mend']);
    await addTimelineEntry(db, placeOf(trajectory), {
      kind: 'trajectories.actionPlanReturned',
      day: today,
      textKey: 'trajectories:actionPlan.event.objected',
      parameters: { byPerson: speaker.person },
      link: actionPlanLink(trajectory.id),
    });
    return { document: document.id };
  },
  audit: (input) => ({ subject: { kind: 'document', id: input.document }, fields: ['objection'] }),
});

/** The action plan for the holder of a link. Opening it changes nothing, so a mail scanner does no harm. */
export const openActionPlanByLink = query({
  name: 'trajectories.openActionPlanByLink',
  input: z.object({}),
  on: nothing,
  needs: 'trajectory.confirm',
  example: () => ({}),
  async run({ db, actor }): Promise<LinkedActionPlan> {
    const { document, trajectory, person, side } = await linkedDocument(db, actor);
    const confirmed = (await readConfirmations(db, document.id)).some(({ party }) => party === side);
    const objection = (await listObjections(db, trajectory.id)).find(
      (one) => one.document === document.id && one.person === person,
    );
    const standing = standingFor(document, trajectory, confirmed, objection !== undefined);
    const counts = ['open', 'waiting', 'sealed'].includes(standing);
    return {
      trajectory: trajectory.id,
      enterprise: document.content.enterprise.name,
      side,
      standing,
      document: await readStanding(db, document),
      words: counts ? await readableWords(db, document.content) : null,
      objection: objection?.words ?? null,
    };
  },
});

interface Linked {
  readonly document: ActionPlanDocumentRow;
  readonly trajectory: TrajectoryHandle;
  readonly person: string;
  readonly side: ConfirmingParty;
}

/** The document that a link is about, with its trajectory; a link for anything else, or of who no longer guides, finds nothing. */
export async function linkedDocument(db: Db, actor: Actor): Promise<Linked> {
  if (actor.kind !== 'link' || !actor.person) throw notFound();
  const { person } = actor;
  const document = await readDocument<ActionPlanWords>(db, actor.subject);
  const trajectory = document?.kind === 'action_plan' && (await trajectoryHandle.find(db, document.trajectory));
  if (!document || !trajectory) throw notFound();
  const side = sideOf(document, person);
  if (side === 'guide' && !(await readGuideIds(db, trajectory.id)).includes(person)) throw notFound();
  return { document, trajectory, person, side };
}

function standingFor(
  document: ActionPlanDocumentRow,
  { state }: TrajectoryHandle,
  confirmed: boolean,
  objected: boolean,
): LinkStanding {
  if (!isIntact(document)) return 'damaged';
  if (document.sealedAt) return 'sealed';
  if (objected) return 'objected';
  if (state === 'stopped') return 'stopped';
  if (document.voidAt) return 'changed';
  return confirmed ? 'waiting' : 'open';
}

async function readableWords(db: Db, words: ActionPlanWords): Promise<LinkedActionPlan['words']> {
  const { guides, ...rest } = words;
  const people = await readPeople(db, guides);
  return { ...rest, guideNames: guides.map((guide) => people.get(guide)?.name ?? '—') };
}
