import { z } from 'zod';

const name = z.string().min(1);
const names = z.array(name);

const Scale = z
  .strictObject({
    name,
    items: names.min(2, 'a scale needs two items or more; use one item by its own name'),
    reverse: names.optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    minimumAnswered: z.number().min(0).max(1).default(0.5),
  })
  .superRefine((scale, context) => {
    const problem = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const twice = scale.items.find((item, index) => scale.items.indexOf(item) !== index);
    if (twice !== undefined) problem('items', `"${twice}" stands twice`);
    const stranger = scale.reverse?.find((item) => !scale.items.includes(item));
    if (stranger !== undefined) problem('reverse', `"${stranger}" is not one of the items`);
    if (scale.reverse?.length && (scale.min === undefined || scale.max === undefined))
      problem('reverse', 'turning items round needs "min" and "max", the ends of the answer scale');
    if (scale.min !== undefined && scale.max !== undefined && scale.min >= scale.max)
      problem('max', '"max" must be larger than "min"');
  });

const Correlations = z.strictObject({
  method: z.enum(['pearson', 'spearman', 'kendall']),
  variables: names.min(2, 'a correlation needs two variables or more'),
  missing: z.enum(['pairwise', 'listwise']).default('pairwise'),
});

const Regression = z
  .strictObject({
    outcome: name,
    blocks: z.array(names.min(1, 'an empty block adds nothing')).min(1, 'a regression needs a block of predictors'),
    /** Standard errors of the last step that hold when spread differs (hc3), or when answers of one cluster are alike. */
    robust: z.enum(['hc3', 'cluster']).optional(),
  })
  .superRefine(({ outcome, blocks }, context) => {
    const all = [outcome, ...blocks.flat()];
    const twice = all.find((one, index) => all.indexOf(one) !== index);
    if (twice !== undefined)
      context.addIssue({ code: 'custom', path: ['blocks'], message: `"${twice}" stands twice in this regression` });
  });

const paired = <Kind extends 'paired-t' | 'wilcoxon'>(kind: Kind) =>
  z.strictObject({ kind: z.literal(kind), before: name, after: name });
const between = <Kind extends 'independent-t' | 'welch-t' | 'mann-whitney'>(kind: Kind) =>
  z.strictObject({
    kind: z.literal(kind),
    outcome: name,
    group: name,
    /** Which two values of the group, the first less the second; may be left out when there are only two. */
    groups: z.tuple([z.union([z.string(), z.number()]), z.union([z.string(), z.number()])]).optional(),
  });
const among = <Kind extends 'anova' | 'kruskal-wallis' | 'icc'>(kind: Kind) =>
  z.strictObject({ kind: z.literal(kind), outcome: name, group: name });

const Test = z.discriminatedUnion('kind', [
  paired('paired-t'),
  paired('wilcoxon'),
  between('independent-t'),
  between('welch-t'),
  between('mann-whitney'),
  among('anova'),
  among('kruskal-wallis'),
  among('icc'),
  z.strictObject({ kind: z.literal('agreement'), scale: name, group: name }),
]);

/**
 * What an evaluator wants to know of a file of answers. Names are columns of the file, or scales of this plan. Unknown
 * fields are refused: a misspelt one would silently change the analysis.
 */
export const AnalysisPlan = z
  .strictObject({
    title: z.string().optional(),
    scales: z.array(Scale).default([]),
    correlations: z.array(Correlations).default([]),
    regressions: z.array(Regression).default([]),
    tests: z.array(Test).default([]),
    /** The column that says which answers belong together, such as the enterprise. */
    cluster: name.optional(),
    /** Of the intervals. */
    level: z.number().gt(0.5).lt(1).default(0.95),
  })
  .superRefine(({ scales, regressions, cluster }, context) => {
    regressions.forEach(({ robust }, index) => {
      if (robust === 'cluster' && cluster === undefined)
        context.addIssue({
          code: 'custom',
          path: ['regressions', index, 'robust'],
          message: 'it needs "cluster" in the plan',
        });
    });
    scales.forEach((scale, index) => {
      if (scales.findIndex((other) => other.name === scale.name) !== index)
        context.addIssue({
          code: 'custom',
          path: ['scales', index, 'name'],
          message: `"${scale.name}" is a scale already`,
        });
    });
  });

export type AnalysisPlan = z.output<typeof AnalysisPlan>;
export type ScalePlan = AnalysisPlan['scales'][number];
export type TestPlan = AnalysisPlan['tests'][number];
export type RegressionPlan = AnalysisPlan['regressions'][number];
