import sql from 'sql-template-tag';
import { saveActionPlan, sendActionPlan } from '#modules/trajectories/server/actionPlanOperations.ts';
import { stopTrajectory } from '#modules/trajectories/server/stopOperations.ts';
import { enterScope, inTransaction } from '#platform/server/database/pool.ts';
import { momentOn, personOf, play, type Cast } from '../cast.ts';
import { replayCase } from '../replayCase.ts';
import { replayLead } from '../replayLead.ts';
import { drawCase, drawLeadCase } from './drawCase.ts';
import type { Random } from './random.ts';
import {
  leadShares,
  leadsPerTrajectory,
  standings,
  standingShares,
  type LeadStanding,
  type Standing,
} from './shares.ts';
import { scaleNumber } from './numbers.ts';

/** A case that was lived through the operations, of which others are copied. */
export interface Prototype {
  readonly standing: Standing | LeadStanding;
  readonly enterprise: string;
  readonly name: string;
  readonly number: string;
  readonly municipality: string;
  readonly contact: { readonly id: string; readonly name: string };
  /** The consultant and the member of the fund who did the work; each copy has its own. */
  readonly consultant: string | null;
  readonly member: string | null;
  readonly isTrajectory: boolean;
}

/** `amount` things over `shares`, none of them left out as long as there is room. */
export function apportion<Key extends string>(shares: Readonly<Record<Key, number>>, amount: number): Key[] {
  const keys = Object.keys(shares) as Key[];
  const whole = keys.reduce((sum, key) => sum + shares[key], 0);
  const counts = keys.map((key) => Math.max(amount >= keys.length ? 1 : 0, Math.round((shares[key] / whole) * amount)));
  let excess = counts.reduce((sum, count) => sum + count, 0) - amount;
  while (excess !== 0) {
    const largest = counts.indexOf(Math.max(...counts));
    counts[largest]! -= Math.sign(excess);
    excess -= Math.sign(excess);
  }
  return keys.flatMap((key, at) => Array.from({ length: counts[at]! }, () => key));
}

/** Lives `trajectories` drawn trajectories, and as many requests as belong with them, through the operations that people use. */
export async function livePrototypes(
  cast: Cast,
  random: Random,
  trajectories: number,
  say: (done: number, of: number) => void,
): Promise<Prototype[]> {
  const wanted = apportion(standingShares, trajectories);
  const leads = apportion(leadShares, Math.round(trajectories * leadsPerTrajectory));
  const lived: Prototype[] = [];
  let sequence = 0;
  for (const standing of wanted) {
    sequence += 1;
    const drawn = drawCase(random, sequence, scaleNumber(sequence), standing);
    await replayCase(cast, drawn.seed);
    const prototype = await found(cast, drawn.seed.lead.enterprise, standing, drawn.seed.guides[0]!.person, drawn.seed.lead.takenBy); // prettier-ignore
    await finish(cast, drawn, prototype);
    lived.push(prototype);
    say(lived.length, wanted.length + leads.length);
  }
  for (const standing of leads) {
    sequence += 1;
    const lead = drawLeadCase(random, sequence, scaleNumber(sequence), standing);
    await replayLead(cast, lead);
    lived.push(await found(cast, lead.enterprise, standing, undefined, lead.takenBy));
    say(lived.length, wanted.length + leads.length);
  }
  return lived;
}

/** What a case told as an example does not know: an action plan that is still open, and a trajectory that was stopped. */
async function finish(cast: Cast, drawn: ReturnType<typeof drawCase>, prototype: Prototype): Promise<void> {
  if (!drawn.stopped && !drawn.open) return;
  const trajectory = await asSystem<{ id: string }>(
    sql`select id from trajectories where enterprise_id = ${prototype.enterprise}`,
  ).then(({ id }) => id);
  if (drawn.stopped)
    await play(
      stopTrajectory,
      { as: prototype.member! },
      { trajectory, on: drawn.stopped.on, reason: drawn.stopped.reason, words: 'In overleg gestopt.' },
      momentOn(drawn.stopped.on, 600),
    );
  if (!drawn.open) return;
  const writer = { as: prototype.consultant! };
  const content = drawn.open.content;
  const saved = await play(saveActionPlan, writer, { trajectory, version: 0, actionPlan: content }, momentOn(drawn.open.on, 10)); // prettier-ignore
  if (drawn.open.sent)
    await play(sendActionPlan, writer, { trajectory, version: saved.version }, momentOn(drawn.open.on, 20));
}

async function found(
  cast: Cast,
  firm: { readonly number: string; readonly name: string; readonly municipality: string; readonly contacts: readonly [{ readonly key: string; readonly name: string }, ...unknown[]] }, // prettier-ignore
  standing: Standing | LeadStanding,
  consultant: string | undefined,
  member: string | undefined,
): Promise<Prototype> {
  const { id } = await asSystem<{ id: string }>(sql`select id from enterprises where number = ${firm.number}`);
  const [main] = firm.contacts;
  return {
    standing,
    enterprise: id,
    name: firm.name,
    number: firm.number,
    municipality: firm.municipality,
    contact: { id: personOf(cast, main.key), name: main.name },
    consultant: consultant === undefined ? null : personOf(cast, consultant),
    member: member === undefined ? null : personOf(cast, member),
    isTrajectory: (standings as readonly string[]).includes(standing),
  };
}

const asSystem = <Row>(question: ReturnType<typeof sql>): Promise<Row> =>
  inTransaction('read', async (db) => {
    await enterScope(db, { actor: 'system:seed', system: true });
    return db.one<Row>(question);
  });
