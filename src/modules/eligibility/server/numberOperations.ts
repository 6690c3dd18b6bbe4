import { z } from 'zod';
import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import { factsFromRegister } from '#modules/register/index.server.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { invalid } from '#platform/server/errors.ts';
import { columnOf } from '#platform/server/exports/columns.ts';
import { stream } from '#platform/server/exports/stream.ts';
import { nothing, query } from '#platform/server/operation.ts';
import { textFor } from '#platform/text/index.ts';
import type { PlainDate } from '#shared/dates.ts';
import { words } from '#shared/inputs.ts';
import type { Locale } from '#shared/localised.ts';
import { cellsOfText, numbersAtOnce, readNumberList, type ListedNumber } from '../rules/numberList.ts';
import type { CheckedNumber, NumberListView } from '../rules/numberView.ts';
import { standingOn } from '../rules/validity.ts';
import { eligibilityOfficeTexts, eligibilityTexts, reasonText } from '../text/index.ts';
import { largestList, readListFile } from './numberFile.ts';
import { readKnownNumbers, type KnownNumber } from './numberStore.ts';
import './permissions.ts';

/** A file: its own name, and its bytes in base64 (a form sends the file itself). */
const sentFile = z.object({
  name: z.string().max(1000, 'error.tooLong'),
  content: z.base64('error.format').max(Math.ceil(largestList / 3) * 4 + 4, 'eligibility.office:error.listSize'),
});

/** Numbers as somebody pasted them, a file with numbers, or both. */
const NumbersInput = z.object({ numbers: words(60_000), file: sentFile.optional() });

/** What is known of each number of a list: is it one, is it known here, what was decided, what is missing. */
export const checkNumbers = query({
  name: 'eligibility.checkNumbers',
  input: NumbersInput,
  on: nothing,
  needs: 'eligibility.checkNumbers',
  example: () => ({ numbers: '0403.170.701\n0403.170.702' }),
  async run({ db, actor, input, today }): Promise<NumberListView> {
    const rows = await checked(db, await listed(input), today, actor.locale);
    const count = (holds: (row: CheckedNumber) => boolean) => rows.filter(holds).length;
    return {
      rows,
      counts: {
        right: count(({ number }) => number !== null),
        wrong: count(({ number }) => number === null),
        known: count(({ enterprise }) => enterprise !== null),
        valid: count(({ decision }) => decision?.standing === 'valid'),
      },
      atMost: numbersAtOnce,
    };
  },
});

const column = columnOf(eligibilityOfficeTexts);

/** The same as a file. */
export const exportNumbers = stream({
  name: 'eligibility.exportNumbers',
  input: NumbersInput,
  on: nothing,
  needs: 'eligibility.checkNumbers',
  example: () => ({ numbers: '0403.170.701' }),
  file: 'numbers',
  columns: {
    line: column('whole', 'numbers.line'),
    typed: column('text', 'numbers.typed'),
    number: column('text', 'numbers.number'),
    enterprise: column('text', 'numbers.enterprise'),
    outcome: {
      ...column('code', 'numbers.outcome'),
      words: (code, locale) => textFor(eligibilityTexts, locale)(`outcome.${code as 'eligible'}`),
    },
    decided: column('day', 'numbers.decided'),
    validUntil: column('day', 'numbers.validUntil'),
    standing: {
      ...column('code', 'numbers.standing'),
      words: (code, locale) => textFor(eligibilityOfficeTexts, locale)(`numbers.standing.${code as 'valid'}`),
    },
    lot: column('whole', 'numbers.lot'),
    size: {
      ...column('code', 'numbers.size'),
      words: (code, locale) => textFor(eligibilityTexts, locale)(`class.${code as 'micro'}`),
    },
    room: column('cents', 'numbers.room'),
    missing: column('text', 'numbers.missing'),
  },
  async *run({ db, actor, input, today }) {
    for (const row of await checked(db, await listed(input), today, actor.locale))
      yield {
        line: row.line,
        typed: row.typed,
        number: row.number && formatEnterpriseNumber(row.number),
        enterprise: row.enterprise?.name ?? row.registered,
        outcome: row.decision?.outcome ?? null,
        decided: row.decision?.on ?? null,
        validUntil: row.decision?.validUntil ?? null,
        standing: row.decision?.standing ?? null,
        lot: row.lot,
        size: row.smeClass,
        room: row.roomCents,
        missing: row.missing.join(' '),
      };
  },
});

/** The numbers that were pasted or sent. */
async function listed({ numbers, file }: z.output<typeof NumbersInput>): Promise<readonly ListedNumber[]> {
  const rows = file ? await readListFile(Buffer.from(file.content, 'base64')) : cellsOfText(numbers);
  const found = readNumberList(rows);
  const field = file ? 'file' : 'numbers';
  if (found.length > numbersAtOnce)
    throw invalid(field, 'eligibility.office:error.listTooLong', { count: found.length, maximum: numbersAtOnce });
  if (file && found.length === 0) throw invalid(field, 'eligibility.office:error.listEmpty');
  return found;
}

async function checked(
  db: Db,
  list: readonly ListedNumber[],
  today: PlainDate,
  locale: Locale,
): Promise<readonly CheckedNumber[]> {
  const numbers = [...new Set(list.flatMap(({ number }) => (number ? [number] : [])))];
  const known = new Map((await readKnownNumbers(db, numbers)).map((one) => [one.number, one]));
  const unknown = numbers.filter((number) => !known.has(number));
  const names = new Map((await factsFromRegister(db, unknown, locale)).map(({ number, name }) => [number, name]));
  return list.map((one) => ({
    ...checkedOne(one, one.number ? known.get(one.number) : undefined, today, locale),
    registered: (one.number && names.get(one.number)) ?? null,
  }));
}

function checkedOne(
  { line, typed, number, fault, sameAs }: ListedNumber,
  known: KnownNumber | undefined,
  today: PlainDate,
  locale: Locale,
): Omit<CheckedNumber, 'registered'> {
  const decision = known?.decision;
  const standing = decision ? standingOn(today, decision.validUntil ?? undefined, false) : undefined;
  return {
    line,
    typed,
    number: number ?? null,
    fault: fault ?? null,
    sameAs: sameAs ?? null,
    enterprise: known ? { id: known.enterprise, name: known.name } : null,
    decision:
      decision && standing
        ? {
            trajectory: decision.trajectory,
            outcome: decision.outcome,
            on: decision.decidedOn,
            validUntil: decision.validUntil,
            standing,
          }
        : null,
    lot: decision?.lotNumber ?? known?.lotNumber ?? null,
    smeClass: decision?.smeClass ?? null,
    roomCents: decision?.roomCents ?? null,
    missing: missingOf(),
  };

  function missingOf(): readonly string[] {
    const o = textFor(eligibilityOfficeTexts, locale);
    if (fault) return [o(`numbers.fault.${fault}`)];
    const again = sameAs === undefined ? [] : [o('numbers.same', { line: sameAs })];
    if (!known) return [...again, o('numbers.unknown')];
    if (!decision) return [...again, o('numbers.undecided')];
    if (standing === 'tooOld') return [...again, o('numbers.tooOld')];
    const open = decision.reasons.filter(({ weight }) => weight !== 'for');
    return [...again, ...open.map((reason) => reasonText(reason, locale))];
  }
}
