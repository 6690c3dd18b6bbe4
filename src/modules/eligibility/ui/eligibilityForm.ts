import type { CommitteeFact } from '#modules/programmes/index.ts';
import type { DeclaredAid } from '../rules/facts.ts';
import type { GroupPeriod } from '../rules/group/groupFacts.ts';
import { regulationId } from '../rules/aidParameters.ts';
import { withGiven } from '../rules/bookkeeper.ts';
import type { EligibilityView } from './eligibilityView.ts';
import {
  euros,
  fieldsOf,
  figuresFrom,
  figuresOf,
  groupFormFrom,
  groupFormOf,
  periodFrom,
  periodOf,
  rowsOf,
  textOf,
  tri,
  typed,
  type FiguresForm,
  type GroupForm,
  type PeriodForm,
} from './group/groupForm.ts';

export type { FiguresForm } from './group/groupForm.ts';

/** The form as it is shown: everything that is typed is text, also when it is no number or day yet. */
export interface EligibilityForm {
  organisationKind: string;
  careKind: string;
  committees: { number: string; workers: string }[];
  periods: PeriodForm[];
  estimate: FiguresForm;
  standAlone: string;
  publicHolding25: string;
  group: GroupForm;
  aidDeclared: boolean;
  aid: {
    date: string;
    grantor: string;
    regulation: string;
    amountCents: string;
    undertaking: string;
    usedBy: string;
  }[];
  roadFreight: boolean;
  fiscalYearStartMonth: string;
  whyAgain: string;
}

const committee = ({ number, workers }: CommitteeFact) => ({ number, workers: typed(workers) });
const aidLine = (line: DeclaredAid, own: string | undefined) => ({
  date: line.date ?? '',
  grantor: line.grantor ?? '',
  regulation: line.regulation === undefined ? '' : regulationId(line.regulation),
  amountCents: euros(line.amountCents),
  undertaking: line.undertaking === own ? '' : (line.undertaking ?? ''),
  usedBy: line.usedBy ?? '',
});

/**
 * What the form starts from: the facts of the last decision, else what the intake knows. The two newest closed years are
 * always offered; an older year that was given stays.
 */
export function formOf(view: EligibilityView): EligibilityForm {
  const { lastFacts, known, newestYear } = view;
  const group = lastFacts?.group;
  const own: readonly GroupPeriod[] = group?.enterprises[group.subject]?.periods ?? lastFacts?.periods ?? [];
  const given = withGiven(
    own.filter(({ estimate }) => estimate !== true),
    view.given,
  );
  const guess = lastFacts?.newEnterpriseEstimate ?? own.find(({ estimate }) => estimate === true);
  // A group with nobody else in it is an enterprise that stands alone.
  const alone = group && Object.keys(group.enterprises).length === 1 && group.holdings.length === 0 && !group.events;
  const years = new Set([newestYear, newestYear - 1, ...given.map(({ year }) => year)]);
  const kind = lastFacts ?? known;
  return {
    organisationKind: kind.organisationKind,
    careKind: kind.careKind ?? '',
    committees: [...(lastFacts?.jointCommittees ?? known.jointCommittees), ...suggestedIn(view)].map(committee),
    periods: [...years]
      .sort((a, b) => b - a)
      .map((year) => periodOf(given.find((period) => period.year === year) ?? { year })),
    estimate: figuresOf(guess),
    standAlone: group ? (alone ? 'yes' : 'no') : tri(lastFacts?.standAlone),
    publicHolding25: tri(lastFacts?.publicHolding25),
    group: groupFormOf(group),
    aidDeclared: lastFacts?.declaredAid !== undefined || Boolean(view.declaration),
    aid: (view.knownAid ?? lastFacts?.declaredAid ?? []).map((line) => aidLine(line, group?.subject)),
    roadFreight: lastFacts?.roadFreight === true,
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

/** The form as it came back because it was not accepted: nothing typed is lost, every row keeps its number. */
export function formFrom(values: Fields): EligibilityForm {
  return {
    organisationKind: textOf(values['organisationKind']),
    careKind: textOf(values['careKind']),
    committees: rowsOf(values['jointCommittees']).map((row) => ({
      number: textOf(row['number']),
      workers: textOf(row['workers']),
    })),
    periods: rowsOf(values['periods']).map(periodFrom),
    estimate: figuresFrom(fieldsOf(values['newEnterpriseEstimate'])),
    standAlone: textOf(values['standAlone']),
    publicHolding25: textOf(values['publicHolding25']),
    group: groupFormFrom(values['group']),
    aidDeclared: textOf(values['aidDeclared']) === 'on',
    aid: rowsOf(values['declaredAid']).map((row) => ({
      date: textOf(row['date']),
      grantor: textOf(row['grantor']),
      regulation: textOf(row['regulation']),
      amountCents: textOf(row['amountCents']),
      undertaking: textOf(row['undertaking']),
      usedBy: textOf(row['usedBy']),
    })),
    roadFreight: textOf(values['roadFreight']) === 'on',
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
