import type { PlainDate } from '#shared/dates.ts';
import { grantsFor } from '#platform/server/actor.ts';
import { invalid } from '#platform/server/errors.ts';
import { columnOf } from '#platform/server/exports/columns.ts';
import { stream } from '#platform/server/exports/stream.ts';
import { command, nothing, query } from '#platform/server/operation.ts';
import { textFor } from '#platform/text/index.ts';
import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import { factsFromRegister } from '#modules/register/index.server.ts';
import { MarkRegisteredInput, ReadRegisterInput, RegisterFilter } from '../registerInputs.ts';
import { dueInRegister, lateUntil, registerDuty } from '../rules/register.ts';
import type { RegisterLine, RegisterView } from '../rules/registerView.ts';
import { aidOfficeTexts } from '../text/index.ts';
import './permissions.ts';
import { personOf } from './person.ts';
import {
  countRegister,
  markRegistered,
  registerLines,
  registerPage,
  type RegisterChoice,
  type RegisterRow,
} from './registerStore.ts';

const linesAPage = 50;
const pageKey = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/u;

const chosen = (
  {
    from,
    until,
    which,
  }: { from?: PlainDate | undefined; until?: PlainDate | undefined; which?: 'open' | 'all' | undefined },
  today: PlainDate,
): RegisterChoice => ({ from: from ?? registerDuty.from, until: until ?? today, which: which ?? 'open' });

const shown = (row: RegisterRow, today: PlainDate): RegisterLine => {
  const due = dueInRegister(row.grantedOn) ?? null;
  return {
    ...row,
    number: formatEnterpriseNumber(row.number),
    due,
    late: row.standing === 'new' && due !== null && due < today,
  };
};

/** What we granted in a period, and what of it is not in the central register yet. */
export const readRegister = query({
  name: 'aid.readRegister',
  input: ReadRegisterInput,
  on: nothing,
  needs: 'aid.register.read',
  example: () => ({}),
  async run({ db, actor, input, now, today }): Promise<RegisterView> {
    const choice = chosen(input, today);
    const key = pageKey.exec(input.after ?? '');
    const after = key ? { value: key[1]!, id: key[2]! } : undefined;
    const rows = await registerPage(db, choice, after, linesAPage + 1);
    const lines = rows.slice(0, linesAPage);
    const last = lines.at(-1);
    return {
      ...choice,
      dutyFrom: registerDuty.from,
      counts: await countRegister(db, choice, { from: registerDuty.from, until: lateUntil(today) }),
      lines: lines.map((row) => shown(row, today)),
      next: rows.length > linesAPage && last ? `${last.grantedOn}~${last.id}` : null,
      continued: after !== undefined,
      asOf: now.toISOString(),
      mayMark: grantsFor(actor, 'aid.register.mark').length > 0,
    };
  },
});

const column = columnOf(aidOfficeTexts);

/** The same as a file: everything that the central register asks of a grant. The activity is that of the enterprise register, where it is known. */
export const exportRegister = stream({
  name: 'aid.exportRegister',
  input: RegisterFilter,
  on: nothing,
  needs: 'aid.register.read',
  example: () => ({}),
  file: 'de-minimis',
  columns: {
    id: column('text', 'register.id'),
    number: column('text', 'register.number'),
    name: column('text', 'register.name'),
    nace: column('text', 'register.nace'),
    grantedOn: column('day', 'register.grantedOn'),
    amountCents: column('cents', 'register.amount'),
    grantor: column('text', 'register.grantor'),
    instrument: {
      ...column('code', 'register.instrument'),
      words: (_code, locale) => textFor(aidOfficeTexts, locale)('register.instrument.guidance'),
    },
    regulation: column('text', 'register.regulation'),
    standing: {
      ...column('code', 'register.standing'),
      words: (code, locale) => textFor(aidOfficeTexts, locale)(`register.standing.${code as RegisterLine['standing']}`),
    },
    due: column('day', 'register.due'),
  },
  async *run({ db, actor, input, today, readInPieces }) {
    for await (const rows of readInPieces<RegisterRow>(registerLines(chosen(input, today)))) {
      const numbers = [...new Set(rows.map(({ number }) => number))];
      const facts = await factsFromRegister(db, numbers, actor.locale);
      const activities = new Map(facts.map(({ number, activity }) => [number, activity?.code ?? null]));
      for (const row of rows) {
        const { id, number, name, grantedOn, amountCents, grantor, regulation, standing, due } = shown(row, today);
        const [nace, instrument] = [activities.get(row.number) ?? null, 'guidance'];
        yield { id, number, name, nace, grantedOn, amountCents, grantor, instrument, regulation, standing, due };
      }
    }
  },
});

/** Marks the grants of a period as entered in the central register: those that stood in the list, none that came after it. */
export const markAsRegistered = command({
  name: 'aid.markAsRegistered',
  input: MarkRegisteredInput,
  on: nothing,
  needs: 'aid.register.mark',
  example: () => ({ from: '2026-01-01', until: '2026-01-31', asOf: '2026-02-01T09:00:00.000Z' }),
  async run({ db, input, actor, now }) {
    const { from, until, asOf } = input;
    if (until < from) throw invalid('until', 'aid.office:error.period');
    const marked = await markRegistered(db, { from, until, which: 'open' }, { asOf, by: personOf(actor), at: now });
    const [grant] = grantsFor(actor, 'aid.register.mark');
    return { marked, programme: grant?.programme ?? null };
  },
  audit: (input, result) => ({
    fields: ['marked'],
    details: { from: input.from, until: input.until, marked: result.marked },
    ...(result.programme ? { within: { programme: result.programme } } : {}),
  }),
});
