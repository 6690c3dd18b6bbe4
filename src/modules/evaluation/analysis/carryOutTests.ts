import type { Table } from '#platform/datafiles/columns.ts';
import { DataFileProblem } from '#platform/datafiles/problem.ts';
import { adjustedP } from '#statistics/adjustedP.ts';
import { anova } from '#statistics/comparing/anova.ts';
import type { Comparison } from '#statistics/comparing/comparison.ts';
import { kruskalWallis } from '#statistics/comparing/kruskalWallis.ts';
import { mannWhitney, wilcoxon } from '#statistics/comparing/rankTests.ts';
import { independentT, pairedT, welchT } from '#statistics/comparing/tTests.ts';
import { agreementWithin } from '#statistics/groups/agreement.ts';
import { groupColumn, groupsOf } from '#statistics/groups/groupsOf.ts';
import type { Column } from '#statistics/column.ts';
import { intraclass } from '#statistics/groups/intraclass.ts';
import { scaleItems } from '#statistics/survey/scaleItems.ts';
import { columnNamed } from '#statistics/table.ts';
import type { AnalysisPlan, TestPlan } from '../inputs.ts';
import { orNull, type Reasons } from './reasons.ts';
import type { TestResult } from './result.ts';
import { scaleOf, type Variables } from './variables.ts';
import type { Work } from './work.ts';

type Unadjusted = Omit<TestResult, 'pHolm'>;

/** Carries out the tests of a plan; their p values are one family. @throws DataFileProblem */
export function carryOutTests(plan: AnalysisPlan, work: Work): TestResult[] {
  const results = plan.tests.map((test) => carryOutTest(test, plan, work));
  const holm = adjustedP(
    results.map(({ p }) => p ?? undefined),
    'holm',
  );
  return results.map((result, index) => ({ ...result, pHolm: orNull(holm[index]) }));
}

function carryOutTest(test: TestPlan, plan: AnalysisPlan, work: Work): Unadjusted {
  const { level } = plan;
  const { survey, variables, table, reasons } = work;
  const variable = (name: string) => columnNamed(survey.table, name);
  switch (test.kind) {
    case 'paired-t':
    case 'wilcoxon': {
      const compare =
        test.kind === 'paired-t' ? pairedT : (...[a, b]: Parameters<typeof pairedT>) => wilcoxon(a, b, { level });
      const found = compare(variable(test.before), variable(test.after), level);
      return ofComparison(test.kind, [test.before, test.after], [], found, reasons);
    }
    case 'independent-t':
    case 'welch-t':
    case 'mann-whitney': {
      const { labels, columns } = twoGroups(test, variable(test.outcome), variables, table);
      const [first, second] = columns;
      const found =
        test.kind === 'mann-whitney'
          ? mannWhitney(first, second, { level })
          : (test.kind === 'welch-t' ? welchT : independentT)(first, second, level);
      return ofComparison(test.kind, [test.outcome, test.group], labels, found, reasons);
    }
    case 'anova':
    case 'kruskal-wallis': {
      const { column, labels } = variables.grouping(test.group);
      const found = (test.kind === 'anova' ? anova : kruskalWallis)(variable(test.outcome), column);
      return ofComparison(test.kind, [test.outcome, test.group], labels, found, reasons);
    }
    case 'icc':
      return ofIntraclass(test, level, work);
    case 'agreement':
      return ofAgreement(test, plan, work);
  }
}

function ofComparison(
  kind: string,
  of: readonly string[],
  labels: readonly string[],
  found: Comparison,
  reasons: Reasons,
): Unadjusted {
  reasons.add(`${kind} of ${of.join(' and ')}`, found.reasons);
  return {
    kind,
    of,
    n: found.n,
    groups:
      labels.length === found.groupSizes.length
        ? labels.map((label, index) => ({ label, n: found.groupSizes[index]! }))
        : [],
    statisticName: found.statisticName,
    statistic: orNull(found.statistic),
    df: orNull(found.df),
    p: orNull(found.p),
    method: found.method,
    difference: orNull(found.difference),
    interval: orNull(found.interval),
    effect: found.effect
      ? { name: found.effect.name, value: found.effect.value, interval: orNull(found.effect.interval) }
      : null,
  };
}

type TwoGroups = Extract<TestPlan, { kind: 'independent-t' | 'welch-t' | 'mann-whitney' }>;

function twoGroups(test: TwoGroups, outcome: Column, variables: Variables, table: Table) {
  const { column, labels } = variables.grouping(test.group);
  const present = groupsOf(outcome, column);
  const asked = test.groups?.map(String) ?? present.map(({ value }) => labels[value]!);
  const place = table.placeOf(0, test.group);
  const all = labels.length > 12 ? `${labels.slice(0, 12).join(', ')}, … (${labels.length})` : labels.join(', ');
  if (asked.length !== 2)
    throw new DataFileProblem(
      place,
      `${test.kind} compares two groups; in this column ${asked.length} have answers: ${all}`,
      'Name two of them in the plan: "groups": ["…", "…"], or use anova or kruskal-wallis.',
    );
  const columns = asked.map((label) => {
    const value = labels.indexOf(label);
    if (value < 0) throw new DataFileProblem(place, `there is no group "${label}"`, `There are: ${all}.`);
    const found = present.find((group) => group.value === value);
    return groupColumn(test.outcome, found ?? { value, values: new Float64Array(0) });
  });
  return { labels: asked, columns: [columns[0]!, columns[1]!] as const };
}

function ofIntraclass(
  test: Extract<TestPlan, { kind: 'icc' }>,
  level: number,
  { survey, variables, reasons }: Work,
): Unadjusted {
  const outcome = columnNamed(survey.table, test.outcome);
  const found = intraclass(outcome, variables.grouping(test.group).column, level);
  reasons.add(`icc of ${test.outcome} in ${test.group}`, found.reasons);
  return {
    kind: test.kind,
    of: [test.outcome, test.group],
    n: found.n,
    groups: [],
    statisticName: 'ICC(1)',
    statistic: orNull(found.icc1),
    df: found.df,
    p: orNull(found.p),
    method: 'F',
    difference: null,
    interval: orNull(found.icc1Interval),
    effect: found.icc2 === undefined ? null : { name: 'ICC(2)', value: found.icc2, interval: null },
  };
}

function ofAgreement(
  test: Extract<TestPlan, { kind: 'agreement' }>,
  plan: AnalysisPlan,
  { survey, variables, table, reasons }: Work,
): Unadjusted {
  const scale = plan.scales.find(({ name }) => name === test.scale);
  if (scale?.min === undefined || scale.max === undefined)
    throw new DataFileProblem(
      table.placeOf(0, test.group),
      `agreement about "${test.scale}" needs a scale of the plan with "min" and "max"`,
      'Add them to the scale.',
    );
  const { column, labels } = variables.grouping(test.group);
  const found = agreementWithin(scaleItems(survey.table, scaleOf(scale)), column, scale.max - scale.min + 1);
  reasons.add(`agreement about ${test.scale} in ${test.group}`, found.reasons);
  return {
    kind: test.kind,
    of: [test.scale, test.group],
    n: found.groups.reduce((sum, { n }) => sum + n, 0),
    groups: found.groups.map(({ group, n }) => ({ label: labels[group]!, n })),
    statisticName: 'median r_wg(J)',
    statistic: orNull(found.median),
    df: null,
    p: null,
    method: 'uniform',
    difference: null,
    interval: null,
    effect:
      found.shareAtLeast70 === undefined
        ? null
        : { name: 'share of groups at .70 or more', value: found.shareAtLeast70, interval: null },
  };
}
