import { command, mayOn, query, type Context, type Effects } from '#platform/server/operation.ts';
import { notNow } from '#platform/server/errors.ts';
import { readPeople } from '#platform/server/people.ts';
import { addTimelineEntry } from '#platform/server/registries.ts';
import { confirmDocument, makeDocument } from '#modules/signatures/index.server.ts';
import { ActionPlanFormInput, SendActionPlanFormInput } from '../actionPlanInputs.ts';
import { TrajectoryInput } from '../inputs.ts';
import type { ActionPlanView, ConfirmingParty, Objection } from '../rules/actionPlanView.ts';
import { reviewActionPlan } from '../rules/reviewActionPlan.ts';
import { may, type Permission } from '../rules/states.ts';
import { readActionPlanDraft } from './actionPlanDraftOperations.ts';
import { openFromPlan, saveActionPlanContent } from './actionPlanSaving.ts';
import {
  lastDocumentId,
  listObjections,
  putBeforeBothSides,
  readActionPlanRow,
  readGuideIds,
  type ActionPlanRow,
} from './actionPlanStore.ts';
import { actionPlanLink, nextActionPlanTasks } from './actionPlanTasks.ts';
import { readActionPlanDocument, readStanding, readSupport, wordsOf } from './actionPlanWords.ts';
import { mailEnterprise, mailGuides, receiversOf } from './closingLetters.ts';
import { insist, readFacts } from './facts.ts';
import { trajectoryHandle, type TrajectoryHandle } from './handle.ts';
import './closingMails.ts';
import { placeOf } from './place.ts';
import { isOffice, personOf } from './reader.ts';

/** The action plan as it stands, or as it opens from the agreed plan; what it misses, who said yes, what may happen now. */
export const readActionPlan = query({
  name: 'trajectories.readActionPlan',
  input: TrajectoryInput,
  on: trajectoryHandle,
  needs: 'trajectory.read',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, db, actor, today, beyond }): Promise<ActionPlanView> {
    const office = isOffice(actor, trajectory);
    const writes = mayOn(actor, 'trajectory.guide', trajectory);
    const facts = await readFacts(db, trajectory, today);
    const row = await readActionPlanRow(db, trajectory.id);
    const { actionPlan: opened, evidence } = await openFromPlan(db, trajectory.id);
    const actionPlan = row?.content ?? opened;
    const found = row?.document && (await readActionPlanDocument(db, trajectory.id, row.document));
    const document = found ? await readStanding(db, found) : null;
    const guideIds = await readGuideIds(db, trajectory.id);
    const party = await partyOf(actor, trajectory, guideIds);
    const confirmsFor = party && document?.waitingFor.includes(party) ? party : null;
    const people = await readPeople(db, row?.changedBy ? [row.changedBy] : []);
    const receivers = writes && row?.state !== 'sealed' ? await receiversOf({ db, beyond }, trajectory) : [];
    // Who guides says yes by sending; when somebody else sends, the guides get a letter too.
    const guides = receivers.length > 0 && party !== 'guide' ? await readPeople(db, guideIds) : new Map();
    return {
      state: row?.state ?? 'none',
      version: row?.version ?? 0,
      actionPlan,
      evidence,
      findings:
        office && row?.state !== 'sealed'
          ? reviewActionPlan(actionPlan, { today, agreedGoalIds: opened.goals.map(({ id }) => id) })
          : [],
      support: found ? found.content.support : await readSupport(db, trajectory.id),
      changed: row ? { at: row.changedAt, by: (row.changedBy && people.get(row.changedBy)?.name) || '—' } : null,
      writes,
      versions: row !== undefined && mayOn(actor, 'trajectory.versions', trajectory),
      speaksFor: party,
      confirmsFor,
      may: {
        save: may('saveActionPlan', facts),
        send: maySend(may('sendActionPlan', facts), receivers.length),
        confirm: may('confirmActionPlan', facts),
      },
      document,
      draft:
        writes && actor.kind === 'person' && row?.state !== 'sealed'
          ? await readActionPlanDraft(db, actor.id, trajectory.id)
          : null,
      objections: await readObjections({ db }, trajectory, row),
      receivers: [...receivers, ...guides.values()].map(({ name }) => name),
    };
  },
});

async function partyOf(
  actor: Context<unknown>['actor'],
  trajectory: TrajectoryHandle,
  guides: readonly string[],
): Promise<ConfirmingParty | null> {
  if (actor.kind === 'person' && guides.includes(actor.id) && mayOn(actor, 'trajectory.guide', trajectory))
    return 'guide';
  return mayOn(actor, 'trajectory.confirm', trajectory) && actor.kind === 'person' ? 'enterprise' : null;
}

/** Nobody to write to is a reason as good as any: it is said before the button is used. */
function maySend(permission: Permission, receivers: number): Permission {
  return permission.allowed && receivers === 0
    ? { allowed: false, because: 'may.nobodyToWriteTo', params: {} }
    : permission;
}

async function readObjections(
  { db }: Pick<Context<unknown>, 'db'>,
  trajectory: TrajectoryHandle,
  row: ActionPlanRow | undefined,
): Promise<readonly Objection[]> {
  const objections = await listObjections(db, trajectory.id);
  if (objections.length === 0) return [];
  const people = await readPeople(
    db,
    objections.map(({ person }) => person),
  );
  const last = await lastDocumentId(db, trajectory.id);
  return objections.map(({ at, person, words, document }) => ({
    at,
    words,
    by: people.get(person)?.name ?? '—',
    open: row?.state === 'draft' && document === last,
  }));
}

/** Saves the form of the action plan; two people's edits are merged. Saving the same twice changes nothing. */
export const saveActionPlan = command({
  name: 'trajectories.saveActionPlan',
  input: ActionPlanFormInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({ trajectory: world['trajectory']!, version: 0, actionPlan: {} }),
  async run({ trajectory, input, db, actor, now, today }) {
    const saved = await saveActionPlanContent({ db, actor, now, today }, trajectory, input);
    const [, add] = /^add\.(practices|next)$/u.exec(input.intent ?? '') ?? [];
    return { ...saved, add: add ?? null };
  },
  audit: (_input, result) => ({
    fields: result.parts,
    details: { version: result.version, voided: result.voided },
  }),
});

/**
 * Puts the action plan before both sides: a document with a hash, the guide's own yes when a guide sends it, and a letter with a
 * link for each side that still has to say yes. With `actionPlan`, what was typed is saved first; when that still misses something it stays saved and
 * is not sent (`sent: false`). What lies before both sides already is not sent twice, unless `again` asks for new letters.
 */
export const sendActionPlan = command({
  name: 'trajectories.sendActionPlan',
  input: SendActionPlanFormInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({ trajectory: world['trajectory']!, version: 1 }),
  async run(context) {
    const { trajectory, input, db, actor, today, beyond } = context;
    const by = personOf(actor);
    if (input.actionPlan) {
      await saveActionPlanContent(context, trajectory, { ...input, actionPlan: input.actionPlan });
      if (!may('sendActionPlan', await readFacts(db, trajectory, today)).allowed)
        return { sent: false as const, document: null, letters: 0 };
    } else {
      await insist(db, trajectory, 'sendActionPlan', today);
      if ((await readActionPlanRow(db, trajectory.id))?.version !== input.version)
        throw notNow('trajectories:plan.page.changedMeanwhile');
    }
    if ((await receiversOf({ db, beyond }, trajectory)).length === 0) throw notNow('trajectories:may.nobodyToWriteTo');
    const row = (await readActionPlanRow(db, trajectory.id))!;
    if (row.document !== null) {
      const letters = input.again ? await writeToSides(context, trajectory, row.document) : 0;
      return { sent: true as const, document: row.document, letters };
    }
    const document = await putForward(context, trajectory, row, by);
    return { sent: true as const, document, letters: await writeToSides(context, trajectory, document) };
  },
  audit: (_input, result) => ({
    ...(result.document ? { subject: { kind: 'document', id: result.document } } : {}),
    fields: result.sent ? ['state'] : ['actionPlan'],
    details: { sent: result.sent, letters: result.letters },
  }),
});

/** Makes the document, with the yes of who sends it when that is a guide; gives its id. */
async function putForward(
  { db, now, today, beyond }: Pick<Context<unknown>, 'db' | 'now' | 'today' | 'beyond'>,
  trajectory: TrajectoryHandle,
  row: ActionPlanRow,
  by: string,
): Promise<string> {
  const words = await beyond('a guide of this trajectory alone does not see the enterprise that its plan names', () =>
    wordsOf(db, trajectory, row.content),
  );
  const made = await makeDocument(db, trajectory.id, 'action_plan', words, now);
  await putBeforeBothSides(db, trajectory.id, made.id);
  const document = (await readActionPlanDocument(db, trajectory.id, made.id))!;
  const guides = (await readGuideIds(db, trajectory.id)).includes(by);
  if (guides) await confirmDocument(db, document, { party: 'guide', person: by, means: 'signed_in' }, now);
  await addTimelineEntry(db, placeOf(trajectory), {
    kind: 'trajectories.actionPlanSent',
    day: today,
    textKey: 'trajectories:actionPlan.event.sent',
    parameters: { byPerson: by },
    link: actionPlanLink(trajectory.id),
  });
  const { waitingFor } = await readStanding(db, document);
  await nextActionPlanTasks(db, trajectory, waitingFor);
  return made.id;
}

/** Writes to each side that has not said yes, so that it can: a link of its own for everybody who speaks for that side. */
async function writeToSides(
  work: Pick<Context<unknown>, 'db' | 'now' | 'beyond'> & { readonly effects: Effects },
  trajectory: TrajectoryHandle,
  document: string,
): Promise<number> {
  const linkTo = { document, page: 'action-plan' };
  const { waitingFor } = await readStanding(work.db, (await readActionPlanDocument(work.db, trajectory.id, document))!);
  let letters = 0;
  if (waitingFor.includes('enterprise'))
    letters += await mailEnterprise(work, trajectory, { template: 'trajectories.actionPlan', linkTo });
  if (waitingFor.includes('guide'))
    letters += await mailGuides(work, trajectory, { template: 'trajectories.actionPlanGuide', linkTo });
  return letters;
}
