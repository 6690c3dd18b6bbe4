import { numberFormatter } from '#shared/formatters.ts';
import type { CommitteeFact } from '#modules/programmes/index.ts';
import type { DeclaredAid, Figures } from '../rules/facts.ts';
import { regulationId } from '../rules/aidParameters.ts';
import type { EligibilityView } from './eligibilityView.ts';

/** Three figures as typed. */
export interface FiguresForm {
  headcount: string;
  turnoverCents: string;
  balanceCents: string;
}

/** The form as it is shown: everything that is typed is text, also when it is no number or day yet. */
export interface EligibilityForm {
  organisationKind: string;
  careKind: string;
  committees: { number: string; workers: string }[];
  periods: (FiguresForm & { year: string })[];
  estimate: FiguresForm;
  standAlone: string;
  publicHolding25: string;
  aidDeclared: boolean;
  aid: { date: string; grantor: string; regulation: string; amountCents: string }[];
  fiscalYearStartMonth: string;
  whyAgain: string;
}

/** A number as people in Belgium write it: `1.900.000`, `13,5`. */
const typed = (value: number | undefined, decimals = 2) =>
  value === undefined ? '' : numberFormatter('nl-BE', { maximumFractionDigits: decimals }).format(value);
const euros = (cents: number | undefined) =>
  cents === undefined
    ? ''
    : numberFormatter('nl-BE', { minimumFractionDigits: cents % 100 === 0 ? 0 : 2 }).format(cents / 100);
const tri = (value: boolean | undefined) => (value === undefined ? '' : value ? 'yes' : 'no');

const figures = ({ headcount, turnoverCents, balanceCents }: Figures = {}): FiguresForm => ({
  headcount: typed(headcount),
  turnoverCents: euros(turnoverCents),
  balanceCents: euros(balanceCents),
});
const committee = ({ number, workers }: CommitteeFact) => ({ number, workers: typed(workers) });
const aidLine = (line: DeclaredAid) => ({
  date: line.date ?? '',
  grantor: line.grantor ?? '',
  regulation: line.regulation === undefined ? '' : regulationId(line.regulation),
  amountCents: euros(line.amountCents),
});

/**
 * What the form starts from: the facts of the last decision, else what the intake knows. The two newest closed years are
 * always offered; an older year that was given stays.
 */
export function formOf(view: EligibilityView): EligibilityForm {
  const { lastFacts, known, newestYear } = view;
  const given = lastFacts?.periods ?? [];
  const years = new Set([newestYear, newestYear - 1, ...given.map(({ year }) => year)]);
  const kind = lastFacts ?? known;
  return {
    organisationKind: kind.organisationKind,
    careKind: kind.careKind ?? '',
    committees: [...(lastFacts?.jointCommittees ?? known.jointCommittees), ...suggestedIn(view)].map(committee),
    periods: [...years]
      .sort((a, b) => b - a)
      .map((year) => ({ year: String(year), ...figures(given.find((period) => period.year === year)) })),
    estimate: figures(lastFacts?.newEnterpriseEstimate),
    standAlone: tri(lastFacts?.standAlone),
    publicHolding25: tri(lastFacts?.publicHolding25),
    aidDeclared: lastFacts?.declaredAid !== undefined,
    aid: (lastFacts?.declaredAid ?? []).map(aidLine),
    fiscalYearStartMonth: lastFacts?.fiscalYearStartMonth ? String(lastFacts.fiscalYearStartMonth) : '',
    whyAgain: '',
  };
}

/**
 * The committee that the sector suggests while none is known: only when the sector has one. Of several the guide chooses;
 * filling in the usual one would decide the lot by a guess.
 */
export function suggestedIn({ lastFacts, known, suggested }: EligibilityView): readonly CommitteeFact[] {
  const isKnown = lastFacts !== null || known.jointCommittees.length > 0;
  return !isKnown && suggested?.committees.length === 1 ? [{ number: suggested.committees[0]! }] : [];
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const rowsOf = (value: unknown): Fields[] =>
  (Array.isArray(value) ? value : Object.values(fieldsOf(value))).map(fieldsOf);
const figuresFrom = (row: Fields): FiguresForm => ({
  headcount: textOf(row['headcount']),
  turnoverCents: textOf(row['turnoverCents']),
  balanceCents: textOf(row['balanceCents']),
});

/** The form as it came back because it was not accepted: nothing typed is lost, every row keeps its number. */
export function formFrom(values: Fields): EligibilityForm {
  return {
    organisationKind: textOf(values['organisationKind']),
    careKind: textOf(values['careKind']),
    committees: rowsOf(values['jointCommittees']).map((row) => ({
      number: textOf(row['number']),
      workers: textOf(row['workers']),
    })),
    periods: rowsOf(values['periods']).map((row) => ({ year: textOf(row['year']), ...figuresFrom(row) })),
    estimate: figuresFrom(fieldsOf(values['newEnterpriseEstimate'])),
    standAlone: textOf(values['standAlone']),
    publicHolding25: textOf(values['publicHolding25']),
    aidDeclared: textOf(values['aidDeclared']) === 'on',
    aid: rowsOf(values['declaredAid']).map((row) => ({
      date: textOf(row['date']),
      grantor: textOf(row['grantor']),
      regulation: textOf(row['regulation']),
      amountCents: textOf(row['amountCents']),
    })),
    fiscalYearStartMonth: textOf(values['fiscalYearStartMonth']),
    whyAgain: textOf(values['whyAgain']),
  };
}

/** Rows as they are shown: at least `least`, and those past the filled ones wait behind a line to open. */
export function shownRows<Row>(rows: readonly Row[], empty: Row, { least, spare }: { least: number; spare: number }) {
  const filled = rows.findLastIndex((row) => Object.values(row as Fields).some((value) => value !== '')) + 1;
  const open = Math.max(filled, least);
  const all = Array.from({ length: open + spare }, (_, at) => rows[at] ?? empty);
  return { open: all.slice(0, open), more: all.slice(open) };
}
