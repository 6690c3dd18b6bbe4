import type { PlainDate } from '#shared/dates.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { notNow } from '#platform/server/errors.ts';
import type { Context } from '#platform/server/operation.ts';
import { readEnterpriseRow } from '#modules/enterprises/index.server.ts';
import { readProgramme } from '#modules/programmes/index.server.ts';
import { noRegulation } from '../rules/ledger.ts';
import { grantRegulation, roomOn } from '../rules/room.ts';
import { forebearsOf } from '../rules/undertaking.ts';
import { worthOfGuidance, type Worth } from '../rules/worth.ts';
import { addEntry, readHeldEntry, replaceEntry, withdrawEntry, type EntryPlace } from './ledgerStore.ts';
import { personOf } from './person.ts';
import { readLedger, takeTurns } from './undertakingStore.ts';

/** What a command hands over: its handle on the database, its sight, who acts and when. */
export type AidWork = Pick<Context<unknown>, 'db' | 'actor' | 'now' | 'today' | 'beyond'>;
/** The trajectory whose guidance is the aid. */
export type AidCase = EntryPlace & { readonly programme: string; readonly trajectory: string };

const why =
  'aid counts for all enterprises that count as one, also those of other providers; only whether there is room is told';

/** What the ledger asks of the programme and the enterprise. */
async function readGrant(db: Db, { programme, enterprise }: AidCase) {
  const found = (await readProgramme(db, programme))!;
  const { number, organisationKind } = (await readEnterpriseRow(db, enterprise))!;
  const { pricePerTrajectoryCents, aidRegulation, conditions, name } = found.definition;
  return {
    number,
    grantor: name.nl,
    priceCents: pricePerTrajectoryCents,
    aidRegulation,
    /** Whether the programme asks room for aid of such an organisation: otherwise its guidance is no aid. */
    isAid: conditions[organisationKind].includes('aid_room'),
  };
}

/**
 * Reserves the price of a trajectory on the day of granting, in the transaction of the agreement. When room has gone meanwhile it is
 * refused whole, and with it the agreement: a grant over the ceiling would fail as a whole (2023/2831 art. 3(7)).
 */
export async function reserveAid(work: AidWork, place: AidCase): Promise<void> {
  const { db, actor, now, today } = work;
  await work.beyond(why, async () => {
    const grant = await readGrant(db, place);
    const regulation = grant.isAid ? (grantRegulation(today, grant.aidRegulation) ?? noRegulation) : noRegulation;
    if (grant.isAid) await insistOnRoom(db, grant.number, today, { amountCents: grant.priceCents, regulation });
    await addEntry(db, place, {
      number: grant.number,
      source: 'reserved',
      basis: 'price',
      regulation,
      grantedOn: today,
      grantor: grant.grantor,
      amountCents: grant.priceCents,
      by: personOf(actor),
      at: now,
    });
  });
}

/** Throws when a grant does not fit, or when it cannot be said whether it does. Whoever asks at the same moment waits for the answer. */
async function insistOnRoom(
  db: Db,
  number: string,
  day: PlainDate,
  grant: { readonly amountCents: number; readonly regulation: string },
): Promise<void> {
  const ledger = await readLedger(db, number);
  await takeTurns(db, forebearsOf(ledger.members, ledger.events));
  const room = roomOn(ledger, day, grant);
  if (room?.allowed === true) return;
  if (!room) throw notNow('aid:refused.noRegulation');
  throw notNow(room.allowed === false ? 'aid:refused.noRoom' : 'aid:refused.unclear', {
    grant: grant.amountCents / 100,
    room: room.roomCents / 100,
    ceiling: room.ceilingCents / 100,
    unclear: room.unclearCents / 100,
    count: ledger.members.length,
  });
}

export interface GuidanceCost {
  readonly hours: number;
  readonly rateCents: number | null;
  readonly ownContributionCents: number | null;
}

/**
 * Puts the estimate of the approved plan in the place of what was reserved. More than was reserved has to fit as well, on the day of
 * granting; less gives room back.
 */
export async function estimateAid(work: AidWork, place: AidCase, cost: GuidanceCost): Promise<void> {
  const { db } = work;
  await work.beyond(why, async () => {
    const held = await readHeldEntry(db, place.trajectory);
    if (!held || held.source !== 'reserved' || cost.rateCents === null) return;
    const { priceCents, isAid } = await readGrant(db, place);
    const worth = worthOfGuidance(cost.hours, cost, priceCents, 'estimate');
    const more = worth.amountCents - held.amountCents;
    if (isAid && more > 0)
      await insistOnRoom(db, held.number, held.grantedOn, { amountCents: more, regulation: held.regulation });
    await replaceEntry(db, place, held, { ...worth, because: 'planApproved', by: personOf(work.actor), at: work.now });
  });
}

/** Settles what was reserved with what was given. Nothing is refused here: the guidance was given already. */
export async function settleAid(
  work: AidWork,
  place: AidCase,
  cost: GuidanceCost,
  because: 'sealed' | 'stopped' = 'sealed',
): Promise<Worth | undefined> {
  const { db } = work;
  return work.beyond(why, async () => {
    const held = await readHeldEntry(db, place.trajectory);
    if (!held || held.source !== 'reserved') return undefined;
    const { number } = held;
    await takeTurns(db, [number]);
    const { priceCents } = await readGrant(db, place);
    const { amountCents, basis } = worthOfGuidance(cost.hours, cost, priceCents, 'actual');
    // Without a price of an hour what was reserved is what is known.
    const worth: Worth =
      basis === 'actual' ? { amountCents, basis } : { amountCents: held.amountCents, basis: 'price' };
    await replaceEntry(db, place, held, {
      ...worth,
      source: 'settled',
      because,
      by: personOf(work.actor),
      at: work.now,
    });
    return worth;
  });
}

/** A trajectory that ends before its time: what was given is settled; when nothing was given, everything is released. */
export async function releaseAid(work: AidWork, place: AidCase, cost: GuidanceCost): Promise<void> {
  const { db, actor, now } = work;
  if (cost.hours > 0) {
    await settleAid(work, place, cost, 'stopped');
    return;
  }
  await work.beyond(why, async () => {
    const held = await readHeldEntry(db, place.trajectory);
    if (held?.source !== 'reserved') return;
    await takeTurns(db, [held.number]);
    await withdrawEntry(db, place, held, { because: 'stopped', by: personOf(actor), at: now });
  });
}
