import type { Agreement, Case } from '#statistics/evidence/agreeing.ts';

export interface Compared {
  readonly source: string;
  readonly one: Case;
  readonly agreement: Agreement;
}

/** `docs/validation.md`: function, data, values compared, largest difference. */
export function validationPage(compared: readonly Compared[]): string {
  const sources = [...new Set(compared.map(({ source }) => source))];
  const values = compared.reduce((sum, { agreement }) => sum + agreement.values, 0);
  const differing = compared.flatMap(({ one, agreement }) =>
    agreement.differing.map((line) => `- ${one.function}, ${one.data}: ${line}`),
  );
  const lines = compared.map(({ source, one, agreement }) => {
    const printed = one.tolerance === 0;
    return `| \`${one.function}\` | ${one.data} | ${program(source)} | ${agreement.values} | ${printed ? 'none in the digits printed' : difference(agreement.largest)} | ${printed ? 'half a digit' : difference(one.tolerance)} |`;
  });
  return `# Validation of the statistics

Made by \`npm run validate\`: it runs every script in \`src/statistics/evidence/fixtures\` again, compares, and writes this page.
\`npm test\` compares with the figures kept there, and needs no R.

${values} values in ${compared.length} comparisons; ${differing.length === 0 ? 'all agree' : `${differing.length} differ`}. Programs: ${sources.join('; ')}.

The difference is relative, the largest of the values in the row; 0 means equal to the last bit. R's own figures carry an error
of some units in the sixteenth digit, near-collinear regressions much more: the tolerance says how much is allowed.

| function | data | against | values | largest difference | allowed |
| --- | --- | --- | --- | --- | --- |
${lines.join('\n')}

## What differs

${differing.length === 0 ? 'Nothing.' : differing.join('\n')}

## Where R is not followed

- Spearman's p for nine rows or fewer: R enumerates too when nothing is tied, else takes t; we enumerate in both cases. The
  fixture enumerates in R by hand.
- Above nine rows R has an Edgeworth series when nothing is tied; we take t, as SPSS does.
- \`qf\` of R answers with chi-squared above 400 000 degrees of freedom (its error there reaches the fourth digit), so Feldt's
  interval is compared below that.
- \`psych::alpha\` leaves gaps out pair by pair by default; it is given complete rows here. \`psych::fa\` stops its search
  early: loadings are compared exactly with principal axes iterated to rest, and to three digits with \`fa\`.
- Intervals around Spearman's rho and Kendall's tau use the variances of Bonett and Wright; R has none.
`;
}

const program = (source: string) => (source.startsWith('R ') ? (source.includes('psych') ? 'R, psych' : 'R') : 'PSPP');

const difference = (value: number) => (value === 0 ? '0' : value.toExponential(0));
