import { addMonths, type PlainDate } from '#shared/dates.ts';
import { invalid, notFound, notNow } from '#platform/server/errors.ts';
import { command, mayOn, query } from '#platform/server/operation.ts';
import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import { enterpriseHandle, type EnterpriseHandle } from '#modules/enterprises/index.server.ts';
import { AddEntryInput, CorrectEntryInput, ReadLedgerInput, WithdrawEntryInput } from '../inputs.ts';
import { liveEntries } from '../rules/ledger.ts';
import type { LedgerView, LineShown, ReplacedLine, RoomShown } from '../rules/ledgerView.ts';
import { countsUntil, roomAhead, roomOn, type Ledger } from '../rules/room.ts';
import '../text/index.ts';
import {
  addEntry,
  readEntries,
  readEntry,
  replaceEntry,
  withdrawEntry,
  type EntryPlace,
  type EntryRow,
} from './ledgerStore.ts';
import './permissions.ts';
import { personOf } from './person.ts';
import { readLedger as readWholeLedger, readMembers, takeTurns } from './undertakingStore.ts';

const wholeUndertaking =
  'room is that of all enterprises that count as one; of a line out of sight only day, regulation and amount are told';

/** How far ahead room is shown. */
const monthsAhead = 36;

/** The ledger of the undertaking of an enterprise: what counts, until when, room today, on a day, and over the coming three years. */
export const readLedger = query({
  name: 'aid.readLedger',
  input: ReadLedgerInput,
  on: enterpriseHandle,
  needs: 'aid.read',
  example: (world) => ({ enterprise: world['enterprise']!, on: '2027-01-01' }),
  async run({ db, enterprise, input, today, actor, beyond }): Promise<LedgerView> {
    const ledger = await beyond(wholeUndertaking, () => readWholeLedger(db, enterprise.number));
    const numbers = [...new Set([...ledger.members, ...ledger.entries.map(({ number }) => number)])];
    const inSight = new Set((await readEntries(db, numbers)).map(({ id }) => id));
    const mayRecord = mayOn(actor, 'aid.record', enterprise);
    const lines = liveEntries(ledger.entries).map((entry) =>
      shownLine(entry, { enterprise, inSight: inSight.has(entry.id), mayRecord }),
    );
    return {
      enterprise: {
        id: enterprise.id,
        name: enterprise.name,
        number: formatEnterpriseNumber(enterprise.number),
      },
      today,
      room: shownRoom(ledger, today),
      asked: input.on ? { date: input.on, room: shownRoom(ledger, input.on) } : null,
      members: ledger.members.map(formatEnterpriseNumber),
      lines: [...lines].reverse(),
      replaced: replacedLines(ledger.entries.filter(({ id }) => inSight.has(id))),
      events: ledger.events.map(({ id, kind, date, from, into, enterprise: noted }) => ({
        id,
        kind,
        date,
        from,
        into,
        own: noted === enterprise.id,
      })),
      changes: roomAhead(ledger, today, monthsAhead).map(({ date, roomCents }) => ({
        date,
        roomCents: roomCents ?? null,
      })),
      months: monthsOf(ledger, today),
      correcting: lines.find(({ id, correctable }) => correctable && id === input.correct) ?? null,
      mayRecord,
      mayRegister: mayOn(actor, 'aid.register.read', enterprise),
    };
  },
});

function shownRoom(ledger: Ledger, date: PlainDate): RoomShown | null {
  const room = roomOn(ledger, date);
  if (!room) return null;
  const { regulation, ceilingCents, usedCents, unclearCents, roomCents, window } = room;
  return { date, regulation, ceilingCents, usedCents, unclearCents, roomCents, windowFrom: window.from };
}

function monthsOf(ledger: Ledger, today: PlainDate): LedgerView['months'] {
  const first = `${today.slice(0, 7)}-01`;
  const days = [today, ...Array.from({ length: monthsAhead }, (_, at) => addMonths(first, at + 1))];
  return days.map((date) => ({ date, roomCents: roomOn(ledger, date)?.roomCents ?? 0 }));
}

function shownLine(
  entry: EntryRow,
  { enterprise, inSight, mayRecord }: { enterprise: EnterpriseHandle; inSight: boolean; mayRecord: boolean },
): LineShown {
  return {
    id: entry.id,
    number: formatEnterpriseNumber(entry.number),
    ofOther: entry.number !== enterprise.number,
    source: entry.source,
    basis: entry.basis ?? null,
    regulation: entry.regulation,
    grantedOn: entry.grantedOn,
    grantor: inSight ? entry.grantor : null,
    amountCents: entry.amountCents,
    countsUntil: countsUntil(entry) ?? null,
    trajectory: inSight ? entry.trajectory : null,
    correctable: mayRecord && inSight && entry.enterprise === enterprise.id && entry.source !== 'reserved',
  };
}

/** What was replaced or taken away, the newest change first. */
function replacedLines(entries: readonly EntryRow[]): ReplacedLine[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return entries
    .flatMap((entry) => {
      const before = entry.supersedes ? byId.get(entry.supersedes) : undefined;
      if (!before || !entry.because) return [];
      const { id, grantedOn, amountCents, source } = before;
      const nowCents = entry.state === 'counts' ? entry.amountCents : null;
      const { because, reason, recordedAt: at } = entry;
      return [{ id, grantedOn, amountCents, source, because, reason, nowCents, at }];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
}

const placeOf = ({ programme, lot, provider, id }: EnterpriseHandle): EntryPlace => ({
  programme,
  lot,
  provider,
  enterprise: id,
});

/** Notes aid that was granted elsewhere, to the enterprise or to another member of its undertaking. */
export const recordAid = command({
  name: 'aid.recordAid',
  input: AddEntryInput,
  on: enterpriseHandle,
  needs: 'aid.record',
  example: (world) => ({
    enterprise: world['enterprise']!,
    grantedOn: '2025-03-14',
    regulation: '2023/2831',
    grantor: 'Stad Temse',
    amountCents: '2.500',
  }),
  async run({ db, enterprise, input, actor, now, today, beyond }) {
    if (input.grantedOn > today) throw invalid('grantedOn', 'aid:error.later');
    const number = input.number ?? enterprise.number;
    await beyond(wholeUndertaking, async () => {
      const members = await readMembers(db, enterprise.number);
      if (!members.includes(number)) throw invalid('number', 'aid:error.notAMember');
      await takeTurns(db, [number]);
    });
    const { grantedOn, regulation, grantor, amountCents } = input;
    const line = { number, grantedOn, regulation, grantor, amountCents };
    const entry = await addEntry(db, placeOf(enterprise), {
      ...line,
      source: 'declared',
      by: personOf(actor),
      at: now,
    });
    return { entry };
  },
  audit: (_input, result) => ({
    subject: { kind: 'aidEntry', id: result.entry },
    fields: ['number', 'grantedOn', 'regulation', 'grantor', 'amountCents'],
  }),
});

/** The line that is to be corrected: in sight, of this enterprise, still holding, and not one that follows its trajectory. */
async function correctable(
  { db }: { readonly db: Parameters<typeof readEntry>[0] },
  enterprise: EnterpriseHandle,
  id: string,
): Promise<{ entry: EntryRow; place: EntryPlace }> {
  const entry = await readEntry(db, id);
  if (!entry || entry.enterprise !== enterprise.id) throw notFound();
  const all = await readEntries(db, [entry.number]);
  if (!liveEntries(all).some((one) => one.id === id)) throw notNow('aid:error.replaced');
  if (entry.source === 'reserved') throw notNow('aid:error.followsTrajectory');
  const place = placeOf(enterprise);
  return { entry, place: entry.trajectory ? { ...place, trajectory: entry.trajectory } : place };
}

/** Puts a better line in the place of one, with the reason. The first one stays to be read. */
export const correctAid = command({
  name: 'aid.correctAid',
  input: CorrectEntryInput,
  on: enterpriseHandle,
  needs: 'aid.record',
  example: (world) => ({
    enterprise: world['enterprise']!,
    entry: '00000000-0000-7000-8000-000000000000',
    grantedOn: '2025-03-14',
    regulation: '2023/2831',
    grantor: 'Stad Temse',
    amountCents: '2.400',
    reason: 'Op de brief staat een ander bedrag.',
  }),
  async run({ db, enterprise, input, actor, now, today, beyond }) {
    if (input.grantedOn > today) throw invalid('grantedOn', 'aid:error.later');
    const { entry, place } = await correctable({ db }, enterprise, input.entry);
    await beyond(wholeUndertaking, () => takeTurns(db, [entry.number]));
    const { grantedOn, regulation, grantor, amountCents, reason } = input;
    // Of our own guidance the day and the regulation are those of the agreement.
    const typed = entry.trajectory ? { amountCents } : { grantedOn, regulation, grantor, amountCents };
    const corrected = await replaceEntry(db, place, entry, {
      ...typed,
      because: 'corrected',
      reason,
      by: personOf(actor),
      at: now,
    });
    return { entry: corrected };
  },
  audit: (input, result) => ({
    subject: { kind: 'aidEntry', id: result.entry },
    fields: ['grantedOn', 'regulation', 'grantor', 'amountCents', 'reason'],
    details: { supersedes: input.entry },
  }),
});

/** Takes away a line that should not be there, with the reason; what our own guidance came to is corrected, never taken away. */
export const withdrawAid = command({
  name: 'aid.withdrawAid',
  input: WithdrawEntryInput,
  on: enterpriseHandle,
  needs: 'aid.record',
  example: (world) => ({
    enterprise: world['enterprise']!,
    entry: '00000000-0000-7000-8000-000000000000',
    reason: 'Deze steun was voor een andere onderneming.',
  }),
  async run({ db, enterprise, input, actor, now, beyond }) {
    const { entry, place } = await correctable({ db }, enterprise, input.entry);
    if (entry.trajectory) throw notNow('aid:error.followsTrajectory');
    await beyond(wholeUndertaking, () => takeTurns(db, [entry.number]));
    const withdrawn = await withdrawEntry(db, place, entry, {
      because: 'corrected',
      reason: input.reason,
      by: personOf(actor),
      at: now,
    });
    return { entry: withdrawn };
  },
  audit: (input, result) => ({
    subject: { kind: 'aidEntry', id: result.entry },
    fields: ['state', 'reason'],
    details: { supersedes: input.entry },
  }),
});
