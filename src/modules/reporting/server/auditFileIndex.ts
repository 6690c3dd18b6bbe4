import type { TrajectoryHandle } from '#modules/trajectories/index.server.ts';
import { textFor } from '#platform/text/index.ts';
import { formatMoment } from '#platform/text/formats.ts';
import { localeTags, type Locale } from '#shared/localised.ts';
import type { Stage } from '../rules/codes.ts';
import { officeTexts, texts } from '../text/index.ts';
import type { everythingOf, TrailRow } from './sampleStore.ts';

interface IndexFacts {
  readonly trajectory: TrajectoryHandle;
  readonly all: Awaited<ReturnType<typeof everythingOf>>;
  readonly trail: readonly TrailRow[];
  readonly paths: readonly string[];
  readonly now: Date;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const table = (caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ''
    : `<table><caption>${escaped(caption)}</caption><thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${rows
        .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table>`;

const said = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** The page that one opens first: what this file is, its documents and decisions with their hashes, the trail, every file. */
const documentKind = (kind: unknown) =>
  kind === 'action_plan' || kind === 'aid_declaration'
    ? (`file.kind.${kind}` as const)
    : 'file.kind.participation_agreement';

export function fileIndex({ trajectory, all, trail, paths, now }: IndexFacts, locale: Locale): string {
  const t = textFor(texts, locale);
  const o = textFor(officeTexts, locale);
  const title = o('file.title', { enterprise: trajectory.enterpriseName });
  const moment = (value: unknown) => (typeof value === 'string' && value ? formatMoment(value, locale) : '–');
  const body = [
    `<h1>${escaped(title)}</h1>`,
    `<p>${escaped(o('file.made', { moment: formatMoment(now, locale), stage: t(`stage.${trajectory.state as Stage}`) }))}</p>`,
    `<p>${escaped(o('file.people'))}</p>`,
    table(
      o('file.documents'),
      [o('file.kind'), o('file.sealed'), o('file.code'), 'SHA-256'],
      all.documents.map((row) => [
        o(documentKind(row['kind'])),
        moment(row['sealed_at']),
        said(row['check_code']),
        said(row['hash']),
      ]),
    ),
    table(
      o('file.decisions'),
      [o('file.when'), o('file.what'), o('file.rules'), 'SHA-256'],
      [
        ...all.eligibility_decisions.map((row) => [
          moment(row['decided_at']),
          t(`decision.${row['outcome'] as 'eligible' | 'not_eligible' | 'needs_evidence'}`),
          said(row['rule_version']),
          said(row['hash']),
        ]),
        ...all.plan_verdicts.map((row) => [
          moment(row['at']),
          `${t('page.plan')}: ${t(`pageState.${row['outcome'] as 'approved' | 'returned'}`)}`,
          '',
          '',
        ]),
      ],
    ),
    table(
      o('file.sessions'),
      [o('file.when'), o('column.hours'), t('people.title')],
      all.guidance_sessions.map((row) => [said(row['day']), said(row['hours']), said(row['people'])]),
    ),
    table(
      o('file.trail'),
      [o('file.when'), o('file.what'), o('file.who'), o('file.link')],
      trail.map((row) => [
        moment(row.at),
        row.operation,
        row.actor,
        row.seq === null ? o('file.notSealed') : `${row.seq} · ${row.hash}`,
      ]),
    ),
    `<h2>${escaped(o('file.files'))}</h2><ul>${paths.map((path) => `<li><a href="${escaped(path)}">${escaped(path)}</a></li>`).join('')}</ul>`,
    `<p>${escaped(o('file.check'))}</p>`,
  ];
  return `<!doctype html>
<html lang="${localeTags[locale]}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#251d2f}table{border-collapse:collapse;width:100%;margin:1.5rem 0;font-size:.9rem}caption{text-align:left;font-size:1.25rem;font-weight:600;padding-bottom:.5rem}th,td{text-align:left;vertical-align:top;border-top:1px solid #e4dfd9;padding:.35rem .75rem .35rem 0;overflow-wrap:anywhere}</style>
</head><body>${body.join('\n')}</body></html>
`;
}
