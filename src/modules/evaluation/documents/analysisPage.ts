import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { heatMap } from '#ui/charts/heatMap.ts';
import { intervalPlot } from '#ui/charts/intervalPlot.ts';
import type { AnalysisResult, CorrelationsResult, RegressionResult } from '../analysis/result.ts';
import { percent, printed, stars, type FigureKind } from './figures.ts';
import { pageStyle } from './pageStyle.ts';
import {
  clusterTable,
  coefficientsTable,
  itemsTable,
  methodName,
  pairsTable,
  robustTable,
  scalesTable,
  stepsTable,
  testsTable,
  variablesTable,
  type Table,
} from './tables.ts';

/** The result as one file that needs nothing else: tables as journals print them, pictures, and what to keep in mind. */
export function analysisPage(result: AnalysisResult): string {
  const title = result.title ?? `Analysis of ${result.data}`;
  const sections = [
    result.scales.length
      ? section('Scales', tableOf(scalesTable(result)) + folded('Item statistics', tableOf(itemsTable(result))))
      : '',
    ...result.correlations.map((one) => correlationsSection(one, result.level)),
    ...result.regressions.map((one) => regressionSection(one, result.level)),
    result.tests.length ? section('Tests', tableOf(testsTable(result))) : '',
    clusterSection(result),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(title)}</title>
<style>
${tokens()}
${pageStyle}
</style>
</head>
<body>
<main>
<h1>${safe(title)}</h1>
<p class="lead">${safe(result.data)}, ${result.rows} rows. Intervals are of ${percent(result.level)}.</p>
${cautions(result.warnings)}
${sections.filter(Boolean).join('\n')}
<footer><p>Computed by Krachtlijn. Alpha and regressions rest on complete answers; correlations as their tables say. The same numbers can be had from R with the script that <code>--script</code> writes.</p></footer>
</main>
</body>
</html>
`;
}

/** The colours of the design system, light and dark, as they stand in its own file. */
function tokens(): string {
  return readFileSync(fileURLToPath(new URL('../../../ui/styles/tokens.css', import.meta.url)), 'utf8');
}

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function section(title: string, content: string): string {
  return `<section>\n<h2>${safe(title)}</h2>\n${content}\n</section>`;
}

function folded(title: string, content: string): string {
  return `<details>\n<summary>${safe(title)}</summary>\n${content}\n</details>`;
}

function cautions(warnings: readonly string[]): string {
  if (warnings.length === 0) return '';
  const items = warnings.map((one) => `<li>${safe(one)}</li>`).join('\n');
  return `<aside aria-labelledby="cautions">\n<h2 id="cautions">Before you read the numbers</h2>\n<ul>\n${items}\n</ul>\n</aside>`;
}

/** Wide tables scroll in a box of their own, which can be reached and moved with the keys. */
function scrolled(label: string, content: string): string {
  return `<div class="wide" role="region" tabindex="0" aria-label="${safe(label)}">\n${content}\n</div>`;
}

function tableOf({ title, columns, rows, note }: Table): string {
  const head = columns.map(({ title: name, kind }) => `<th scope="col"${numeric(kind)}>${safe(name)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = row.map((cell, index) => {
      const { kind } = columns[index]!;
      const shown = safe(printed(cell, kind));
      return index === 0 ? `<th scope="row">${shown}</th>` : `<td${numeric(kind)}>${shown}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const table = `<table>\n<caption>${safe(title)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
  return scrolled(title, table) + (note ? `\n<p class="note">${safe(note)}</p>` : '');
}

function numeric(kind: FigureKind): string {
  return kind === 'words' ? '' : ' class="figure"';
}

function figure(label: string, drawing: string, caption: string): string {
  return `<figure>\n${scrolled(label, drawing)}\n<figcaption>${safe(caption)}</figcaption>\n</figure>`;
}

function correlationsSection(found: CorrelationsResult, level: number): string {
  const name = `${methodName(found.method)} correlations`;
  const drawing = heatMap({
    names: found.variables,
    values: found.r,
    palette: 'css',
    label: `${name} as a coloured triangle; the same figures stand in the table.`,
  });
  return section(
    name,
    matrixOf(found, name) +
      figure(`Heat map of ${name}`, drawing, 'Purple goes with, brown goes against; the fuller the colour, the more.') +
      folded('Every pair with its interval, n and p', tableOf(pairsTable(found, level))) +
      folded('Mean, spread and range of each variable', tableOf(variablesTable(found))),
  );
}

/** The triangle that journals print: mean, spread, and the correlations below the diagonal with their stars. */
function matrixOf({ variables, descriptives, r, p, n }: CorrelationsResult, title: string): string {
  const head = variables.map((_, index) => `<th scope="col" class="figure">${index + 1}</th>`).join('');
  const rows = variables.map((name, i) => {
    const { mean, sd, n: own } = descriptives[i]!;
    const cells = variables.map((_, j) => {
      if (j === i) return '<td class="figure">—</td>';
      return `<td class="figure">${j > i ? '' : printed(r[i]![j]!, 'share') + stars(p[i]![j]!)}</td>`;
    });
    return `<tr><th scope="row">${i + 1}. ${safe(name)}</th><td class="figure">${own}</td><td class="figure">${printed(mean, 'two')}</td><td class="figure">${printed(sd, 'two')}</td>${cells.join('')}</tr>`;
  });
  const counts = n.flatMap((row, i) => row.slice(0, i));
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const table = `<table>\n<caption>${safe(title)}</caption>\n<thead><tr><th scope="col">Variable</th><th scope="col" class="figure">n</th><th scope="col" class="figure">M</th><th scope="col" class="figure">SD</th>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
  return `${scrolled(title, table)}\n<p class="note">* p &lt; .05, ** p &lt; .01, two-sided and not adjusted. Each pair rests on ${least === most ? least : `${least} to ${most}`} answers; intervals stand below, pair by pair.</p>\n`;
}

function regressionSection(found: RegressionResult, level: number): string {
  const last = found.steps.at(-1);
  const rows = (last?.coefficients ?? []).flatMap(({ name, b, beta, interval }) => {
    if (beta === null || interval === null) return [];
    const unit = b === 0 ? 0 : beta / b;
    return [{ name, value: beta, low: interval[0] * unit, high: interval[1] * unit }];
  });
  const label = `Standardised coefficients of the regression of ${found.outcome}, with intervals`;
  const robust = robustTable(found, level);
  return section(
    `Regression of ${found.outcome}`,
    tableOf(stepsTable(found)) +
      tableOf(coefficientsTable(found, level)) +
      (robust ? tableOf(robust) : '') +
      (rows.length
        ? figure(
            label,
            intervalPlot({ rows, palette: 'css', label: `${label}; the same figures stand in the table.` }),
            `β with its ${percent(level)} interval in the last step, n = ${found.n}. A hollow dot: the interval holds nought.`,
          )
        : ''),
  );
}

function clusterSection(result: AnalysisResult): string {
  const table = clusterTable(result);
  return table ? section(`Answers of one ${result.cluster!.by}`, tableOf(table)) : '';
}
