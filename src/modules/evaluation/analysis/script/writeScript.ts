import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AnalysisPlan, ScalePlan, TestPlan } from '../../inputs.ts';
import { columnsOf } from '../readData.ts';

export interface ScriptSource {
  /** The path of the data, as it was given. */
  readonly data: string;
  readonly excel: boolean;
}

/**
 * An R script that finds the same numbers in the same data. It prints one line a figure: where it stands in the JSON
 * result, a tab, and its value.
 */
export function writeScript(plan: AnalysisPlan, { data, excel }: ScriptSource): string {
  const functions = readFileSync(path.join(import.meta.dirname, 'functions.R'), 'utf8');
  const { numbers, groups } = columnsOf(plan);
  return [
    '# Finds the same numbers as krachtlijn analyse, with R.',
    '# How to use: Rscript this-file.R [the data, when they lie elsewhere]',
    '',
    functions,
    '# ---- The data ----',
    '',
    'arguments <- commandArgs(trailingOnly = TRUE)',
    `level <- ${plan.level}`,
    `d <- read_answers(if (length(arguments)) arguments[1] else ${text(data)}, ${excel ? 'TRUE' : 'FALSE'}, ${list(numbers)}, ${list(groups)})`,
    'emit("rows", nrow(d))',
    '',
    '# ---- The plan ----',
    '',
    ...plan.scales.flatMap(scaleLines),
    ...plan.correlations.map(
      ({ method, variables, missing }, index) =>
        `emit_correlations("correlations.${index}", d[${list(variables)}], ${text(method)}, ${missing === 'listwise' ? 'TRUE' : 'FALSE'})`,
    ),
    ...plan.regressions.map(
      ({ outcome, blocks, robust }, index) =>
        `emit_regression("regressions.${index}", d, ${text(outcome)}, list(${blocks.map(list).join(', ')}), ${text(robust ?? '')}, ${robust === 'cluster' ? column(plan.cluster!) : 'NULL'})`,
    ),
    ...plan.tests.map((test, index) => testLine(test, `tests.${index}`, plan.scales)),
    '',
  ].join('\n');
}

/** Words between quotes, as R reads them. */
function text(words: string): string {
  const escaped = words
    .replace(/["\\]/g, '\\$&')
    .replace(/[\p{Cc}]/gu, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `"${escaped}"`;
}

const list = (names: readonly string[]) => `c(${names.map(text).join(', ')})`;
const column = (name: string) => `d[[${text(name)}]]`;

/** Reverse-keyed items are turned round in a copy: an item may also be used by its own name. */
function itemsOf({ items, reverse = [], min, max }: ScalePlan): string {
  if (reverse.length === 0) return `d[${list(items)}]`;
  const turned = items.map((item) =>
    reverse.includes(item) ? `${text(item)} = ${min} + ${max} - ${column(item)}` : `${text(item)} = ${column(item)}`,
  );
  return `data.frame(${turned.join(', ')}, check.names = FALSE)`;
}

function scaleLines(scale: ScalePlan, index: number): string[] {
  return [
    `items <- ${itemsOf(scale)}`,
    `${column(scale.name)} <- score_of(items, ${scale.minimumAnswered})`,
    `emit_scale("scales.${index}", items, ${column(scale.name)})`,
  ];
}

function testLine(test: TestPlan, path: string, scales: readonly ScalePlan[]): string {
  const start = `${text(path)}, ${text(test.kind)}`;
  switch (test.kind) {
    case 'paired-t':
    case 'wilcoxon':
      return `paired_test(${start}, ${column(test.before)}, ${column(test.after)})`;
    case 'independent-t':
    case 'welch-t':
    case 'mann-whitney': {
      const groups = test.groups ? `list(${test.groups.map((group) => text(String(group))).join(', ')})` : 'NULL';
      return `between_test(${start}, ${column(test.outcome)}, ${column(test.group)}, ${groups})`;
    }
    case 'anova':
    case 'kruskal-wallis':
    case 'icc':
      return `among_test(${start}, ${column(test.outcome)}, ${column(test.group)})`;
    case 'agreement': {
      const scale = scales.find(({ name }) => name === test.scale)!;
      return `agreement_test(${text(path)}, ${itemsOf(scale)}, ${column(test.group)}, ${scale.max! - scale.min! + 1})`;
    }
  }
}
