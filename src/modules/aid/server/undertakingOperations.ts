import { invalid, notFound } from '#platform/server/errors.ts';
import { command } from '#platform/server/operation.ts';
import { enterpriseHandle } from '#modules/enterprises/index.server.ts';
import { RecordEventInput, StateMembersInput, WithdrawEventInput } from '../inputs.ts';
import { otherParts } from '../rules/undertaking.ts';
import './permissions.ts';
import { personOf } from './person.ts';
import { addEvent, addStatement, readEvents, readMembers, takeTurns } from './undertakingStore.ts';

const why = 'who counts as one may lie with another provider; whoever grants there meanwhile has to see the change';
const placeOf = ({
  programme,
  lot,
  provider,
  id,
}: {
  programme: string;
  lot: string | null;
  provider: string | null;
  id: string;
}) => ({
  programme,
  lot,
  provider,
  enterprise: id,
});

/** States who counts as one with an enterprise, where no drawing of a group says so: the newest statement about a number counts. */
export const stateMembers = command({
  name: 'aid.stateMembers',
  input: StateMembersInput,
  on: enterpriseHandle,
  needs: 'aid.record',
  example: (world) => ({ enterprise: world['enterprise']!, members: [{ number: '0403.170.701' }] }),
  async run({ db, enterprise, input, actor, now, beyond }) {
    const { number } = enterprise;
    const members = [...new Set([number, ...input.members.map((one) => one.number)])].sort();
    await beyond(why, async () => takeTurns(db, [...(await readMembers(db, number)), ...members]));
    await addStatement(db, placeOf(enterprise), { number, members, source: 'office', by: personOf(actor), at: now });
    return { members: members.length };
  },
  audit: (_input, result) => ({ fields: ['members'], details: result }),
});

/** Notes a merger into the enterprise, or a split that it came out of: earlier aid comes along. */
export const recordEvent = command({
  name: 'aid.recordEvent',
  input: RecordEventInput,
  on: enterpriseHandle,
  needs: 'aid.record',
  example: (world) => ({
    enterprise: world['enterprise']!,
    kind: 'merger',
    date: '2025-06-30',
    from: '0403.170.701',
    reason: 'Akte van 30 juni 2025',
  }),
  async run({ db, enterprise, input, actor, now, today, beyond }) {
    const { kind, date, from, share, reason } = input;
    if (date > today) throw invalid('date', 'aid:error.later');
    if (from === enterprise.number) throw invalid('from', 'aid:error.ownNumber');
    const into = kind === 'merger' ? [{ id: enterprise.number }] : otherParts(enterprise.number, share);
    await beyond(why, async () => takeTurns(db, [...(await readMembers(db, enterprise.number)), from]));
    const event = await addEvent(db, placeOf(enterprise), {
      kind,
      date,
      from: [from],
      into,
      reason,
      by: personOf(actor),
      at: now,
    });
    return { event };
  },
  audit: (input, result) => ({
    subject: { kind: 'aidEvent', id: result.event },
    fields: ['kind', 'date', 'from', 'share', 'reason'],
    details: { kind: input.kind },
  }),
});

/** Takes a merger or split away that was noted by mistake; it stays to be read. */
export const withdrawEvent = command({
  name: 'aid.withdrawEvent',
  input: WithdrawEventInput,
  on: enterpriseHandle,
  needs: 'aid.record',
  example: (world) => ({
    enterprise: world['enterprise']!,
    event: '00000000-0000-7000-8000-000000000000',
    reason: 'Het was een andere onderneming.',
  }),
  async run({ db, enterprise, input, actor, now, beyond }) {
    const events = await readEvents(db, [enterprise.number]);
    const event = events.find((one) => one.id === input.event && one.enterprise === enterprise.id);
    if (!event) throw notFound();
    const { kind, date, from, into } = event;
    await beyond(why, () => takeTurns(db, [enterprise.number, ...from]));
    const taken = { kind, date, from, into, withdraws: event.id, reason: input.reason };
    return { event: await addEvent(db, placeOf(enterprise), { ...taken, by: personOf(actor), at: now }) };
  },
  audit: (input, result) => ({
    subject: { kind: 'aidEvent', id: result.event },
    fields: ['state', 'reason'],
    details: { withdraws: input.event },
  }),
});
