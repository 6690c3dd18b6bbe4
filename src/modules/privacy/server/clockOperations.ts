import { grantsFor } from '#platform/server/actor.ts';
import { forbidden, notFound } from '#platform/server/errors.ts';
import { command, mayOn, nothing, query } from '#platform/server/operation.ts';
import { readPeople } from '#platform/server/people.ts';
import { addMonths, isPlainDate } from '#shared/dates.ts';
import { HoldInput, PersonInput, ReadClockInput } from '../inputs.ts';
import { clockKinds, type ClockView } from '../rules/views.ts';
import './clock.ts';
import { nextToGo, readCounts } from './clockStore.ts';
import { personHandle } from './handle.ts';
import { liftHold, placeHold } from './holdStore.ts';

const pageSize = 50;

/** What goes when: counts by kind and month for a year, and whose day comes next. */
export const readClock = query({
  name: 'privacy.readClock',
  input: ReadClockInput,
  on: nothing,
  needs: 'privacy.clock',
  example: () => ({}),
  async run({ db, actor, input, today, beyond }): Promise<ClockView> {
    const grants = grantsFor(actor, 'privacy.clock');
    const programmes = grants.filter(({ scope }) => scope === 'programme').map(({ id }) => id);
    const counts = await beyond(
      'counts of letters, links, sessions and drafts belong to no programme; only sums are told',
      () => readCounts(db, programmes),
    );
    const rows = await nextToGo(db, today, keyOf(input.after), pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const names = await readPeople(
      db,
      shown.map(({ person }) => person),
    );
    const months = Array.from({ length: 12 }, (_, ahead) => addMonths(`${today.slice(0, 7)}-01`, ahead).slice(0, 7));
    const last = shown.at(-1);
    return {
      months,
      kinds: clockKinds.map((kind) => ({
        kind,
        amounts: months.map(
          (month) => counts.find((count) => count.kind === kind && count.month === month)?.amount ?? 0,
        ),
      })),
      countedAt: counts.reduce<Date | null>(
        (newest, { countedAt }) => (newest && newest > countedAt ? newest : countedAt),
        null,
      ),
      people: shown.map(({ person, on, because, noticedOn, reason, until }) => ({
        person,
        name: names.get(person)?.name ?? '—',
        on,
        because,
        noticedOn,
        held: reason === null ? null : { reason, until },
      })),
      next: rows.length > pageSize && last ? `${last.on}_${last.person}` : null,
      mayHold: grantsFor(actor, 'privacy.hold').length > 0,
    };
  },
});

function keyOf(after: string | undefined): { on: string; person: string } | undefined {
  const [on = '', person = ''] = (after ?? '').split('_');
  return isPlainDate(on) && /^[0-9a-f-]{36}$/.test(person) ? { on, person } : undefined;
}

/** Keeps somebody although their time has come, with the reason. A hold that is there is replaced. */
export const holdPerson = command({
  name: 'privacy.holdPerson',
  input: HoldInput,
  on: personHandle,
  needs: 'privacy.hold',
  example: (world) => ({ person: world['enterpriseLead']!, reason: 'Een nazicht loopt nog', until: '2031-12-31' }),
  async run({ person, db, actor, input, now }) {
    if (actor.kind !== 'person' || !mayOn(actor, 'privacy.hold', person)) throw forbidden();
    const { programme } = person;
    await placeHold(
      db,
      { person: person.id, programme, reason: input.reason, until: input.until ?? null, by: actor.id },
      now,
    );
    return { held: true };
  },
  audit: (input) => ({
    subject: { kind: 'person', id: input.person },
    fields: ['reason', 'until'],
    details: { until: input.until ?? null },
  }),
});

/** Ends a hold: the clock goes on where it was. */
export const liftPersonHold = command({
  name: 'privacy.liftHold',
  input: PersonInput,
  on: personHandle,
  needs: 'privacy.hold',
  example: (world) => ({ person: world['enterpriseLead']! }),
  async run({ person, db, actor, now }) {
    if (actor.kind !== 'person') throw forbidden();
    if ((await liftHold(db, person.id, actor.id, now)) === 0) throw notFound();
    return { lifted: true };
  },
  audit: (input) => ({ subject: { kind: 'person', id: input.person } }),
});
