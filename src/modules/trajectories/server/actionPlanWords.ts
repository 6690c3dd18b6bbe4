import type { Db } from '#platform/server/database/pool.ts';
import { readPeople } from '#platform/server/people.ts';
import { readConfirmations, readDocument, type SealedDocument } from '#modules/signatures/index.server.ts';
import { standingOf } from '#modules/signatures/index.ts';
import { supportGiven, type ActionPlan } from '../rules/actionPlan.ts';
import type { ActionPlanWords, ConfirmationStanding } from '../rules/actionPlanView.ts';
import { readActionPlanParties, readGuideIds } from './actionPlanStore.ts';
import { readAgreedPlan } from './actionPlanSaving.ts';
import type { TrajectoryHandle } from './handle.ts';
import { listSessions } from './sessionStore.ts';

/** Hours of guidance that pass on to the enterprise, and what they were worth where the plan names a price. */
export async function readSupport(db: Db, trajectory: string): Promise<ActionPlanWords['support']> {
  const { cost } = await readAgreedPlan(db, trajectory);
  const { hours, amountCents } = supportGiven(await listSessions(db, trajectory), cost.rateCents ?? 0);
  return { hours, amountCents: cost.rateCents === null ? null : amountCents };
}

/** An action plan as it is put before both sides: everything that they confirm, people by id. */
export async function wordsOf(db: Db, trajectory: TrajectoryHandle, actionPlan: ActionPlan): Promise<ActionPlanWords> {
  const { number, provider, programme } = await readActionPlanParties(db, trajectory.id);
  return {
    form: 'action-plan-1',
    enterprise: { name: trajectory.enterpriseName, number },
    provider,
    programme,
    guides: await readGuideIds(db, trajectory.id),
    actionPlan,
    support: await readSupport(db, trajectory.id),
  };
}

export type ActionPlanDocumentRow = SealedDocument<ActionPlanWords>;

/** The document, when it is an action plan of this trajectory. */
export async function readActionPlanDocument(
  db: Db,
  trajectory: string,
  document: string,
): Promise<ActionPlanDocumentRow | undefined> {
  const found = await readDocument<ActionPlanWords>(db, document);
  return found?.kind === 'action_plan' && found.trajectory === trajectory ? found : undefined;
}

/** Who said yes to a document, by name, and for whom it waits. */
export async function readStanding(db: Db, document: ActionPlanDocumentRow): Promise<ConfirmationStanding> {
  const confirmations = await readConfirmations(db, document.id);
  const people = await readPeople(
    db,
    confirmations.map(({ person }) => person),
  );
  return {
    id: document.id,
    hash: document.hash,
    checkCode: document.checkCode,
    madeAt: document.madeAt,
    sealedAt: document.sealedAt,
    confirmations: confirmations.map(({ party, means, at, person }) => ({
      party,
      means,
      at,
      name: people.get(person)?.name ?? '—',
    })),
    waitingFor: standingOf(document.hash, confirmations).missing,
  };
}
