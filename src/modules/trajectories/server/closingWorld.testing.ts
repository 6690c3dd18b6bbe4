import type sql from 'sql-template-tag';
import { addMonths } from '#shared/dates.ts';
import { newestLetters } from '#platform/server/mail.ts';
import { newId } from '#platform/server/ids.ts';
import { readPerson } from '#platform/server/people.ts';
import { confirmActionPlan, openActionPlanByLink } from './actionPlanConfirmOperations.ts';
import { readActionPlan, sendActionPlan } from './actionPlanOperations.ts';
import { savePlan, submitPlan } from './planOperations.ts';
import { approvePlan } from './planVerdictOperations.ts';
import { addContact, as, at, inSystem, planWorld, wholePlan, type PlanWorld } from './planWorld.testing.ts';
import { recordSession } from './sessionOperations.ts';

export interface ClosingWorld extends PlanWorld {
  /** The main contact of the enterprise: has an address, but no account. */
  readonly contact: string;
}

/** The day on which the action plans of the tests are written. */
export const closingDay = '2023-12-22';

/** A trajectory with an approved plan and one session: its action plan can begin. */
export async function closingWorld(): Promise<ClosingWorld> {
  const world = await planWorld('planning');
  const here = { trajectory: world.trajectory };
  const { version } = await savePlan.call(as(world.consultant), { ...here, version: 0, plan: wholePlan }, at());
  await submitPlan.call(as(world.consultant), { ...here, version }, at());
  await approvePlan.call(as(world.coordinator), { ...here, version, words: '' }, at());
  await recordSession.call(
    as(world.consultant),
    {
      ...here,
      guideId: world.consultant,
      on: '2023-10-12',
      hours: '3,5',
      people: '5',
      theme: 'competence_matrix',
      notes: '',
    },
    at('2023-10-13'),
  );
  const contact = await addContact(world.enterprise, {
    name: 'Bart Ovenier',
    email: `bart.${newId()}@example.org`,
  });
  return { ...world, contact };
}

/** An action plan that misses nothing, as a form sends it. */
export const wholeActionPlan = {
  goals: [
    {
      id: 'g1',
      outcome: 'partly',
      result: 'Twee van de drie mensen stellen de oven zelf in.',
      reason: 'little_time',
      why: 'Tom was zes weken ziek.',
    },
  ],
  practices: [
    {
      id: 'p1',
      what: 'De matrix hangt in het atelier',
      embedding: 'fixed_meeting',
      owner: 'Bart',
      since: '2023-11-06',
    },
  ],
  next: [{ id: 's1', what: 'Tom leert de oven instellen', owner: 'Bart', on: '2024-02-01' }],
  embedding: 'Bart kijkt elke eerste maandag van de maand naar de matrix.',
};

/** Saves and sends the whole action plan; gives the document and the secret of the contact's link. */
export async function sentPlan(
  world: ClosingWorld,
  sender = world.consultant,
  day = closingDay,
): Promise<{ document: string; secret: string }> {
  const here = { trajectory: world.trajectory };
  // A next step lies ahead, whenever the plan is sent.
  const next = wholeActionPlan.next.map((step) => (step.on > day ? step : { ...step, on: addMonths(day, 1) }));
  const { version } = await readActionPlan.call(as(sender), here, at(day));
  const { document } = await sendActionPlan.call(
    as(sender),
    { ...here, version, actionPlan: { ...wholeActionPlan, next } },
    at(day),
  );
  return { document: document!, secret: await linkOf(world.contact) };
}

/** The secret in the last letter to somebody that has a link. */
export async function linkOf(person: string): Promise<string> {
  const letters = await lettersTo(person);
  const secret = letters.map(({ body }) => /\/c\/([\w-]+)\//u.exec(body)?.[1]).find((found) => found !== undefined);
  if (!secret) throw new Error('no letter with a link');
  return secret;
}

/** The letters to somebody, newest first. */
export async function lettersTo(person: string): Promise<{ subject: string; body: string }[]> {
  return inSystem(async (db) => {
    const { email } = (await readPerson(db, person))!;
    return (await newestLetters(db, 500)).filter(({ to }) => to === email);
  });
}

export const byLink = (secret: string) => ({ locale: 'nl', link: secret }) as const;

export async function confirmByLink(world: ClosingWorld, secret: string, day = closingDay) {
  const { document } = await openActionPlanByLink.call(byLink(secret), {}, at(day));
  return confirmActionPlan.call(
    byLink(secret),
    { trajectory: world.trajectory, document: document.id, mayConfirm: 'on' },
    at(day),
  );
}

/** Sealed on a day: sent by the consultant, confirmed by the contact. */
export async function sealedPlan(world: ClosingWorld, day = closingDay): Promise<{ document: string; secret: string }> {
  const sent = await sentPlan(world, world.consultant, day);
  await confirmByLink(world, sent.secret, day);
  return sent;
}

export const rowsOf = <Row>(query: ReturnType<typeof sql>): Promise<Row[]> => inSystem((db) => db.many<Row>(query));
