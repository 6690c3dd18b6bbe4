import type { Locale } from '#shared/localised.ts';
import { formatMoment } from '#platform/text/formats.ts';
import { textFor } from '#platform/text/index.ts';
import { texts } from '../text/index.ts';
import type { ToldPerson } from './export.ts';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign]!);

const style = `body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c1630}
h1,h2{line-height:1.25}table{border-collapse:collapse;width:100%}caption{text-align:left;color:#555;padding:.5rem 0}
th,td{border-bottom:1px solid #ddd;padding:.35rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}dt{font-weight:600}dd{margin:0 0 .5rem}`;

/** As JSON writes a moment; people may have typed something that only begins like one. */
const isMoment = (shown: unknown): shown is string =>
  typeof shown === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(shown) && !Number.isNaN(Date.parse(shown));

/** The export for people: one page that stands by itself, without script and without anything from elsewhere. */
export function readablePage(told: ToldPerson, locale: Locale): string {
  const t = textFor(texts, locale);
  const value = (shown: unknown): string => {
    if (shown === null || shown === undefined || shown === '') return '—';
    if (isMoment(shown)) return safe(formatMoment(shown, locale));
    if (typeof shown === 'boolean') return t(shown ? 'export.yes' : 'export.no');
    return safe(typeof shown === 'string' || typeof shown === 'number' ? String(shown) : JSON.stringify(shown));
  };
  const person = Object.entries(told.person)
    .map(([name, shown]) => `<dt>${t(`field.${name as keyof ToldPerson['person']}`)}</dt><dd>${value(shown)}</dd>`)
    .join('');
  const kinds = told.kinds.map(({ name, what, why, from, howLong, records }) => {
    const about = [
      [t('data.what'), what],
      [t('data.why'), why],
      [t('data.from'), from],
      [t('data.howLong'), howLong],
    ]
      .map(([label, words]) => `<dt>${safe(label!)}</dt><dd>${safe(words!)}</dd>`)
      .join('');
    const tables = [...new Set(records.map(({ table }) => table))].map((table) => {
      const rows = records.filter((record) => record.table === table);
      const columns = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
      const head = columns.map((column) => `<th scope="col">${safe(column)}</th>`).join('');
      const body = rows
        .map(({ values }) => `<tr>${columns.map((column) => `<td>${value(values[column])}</td>`).join('')}</tr>`)
        .join('');
      return `<table><caption>${safe(table)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
    });
    return `<section><h2>${safe(name)}</h2><dl>${about}</dl>${tables.join('') || `<p>${safe(t('export.nothing'))}</p>`}</section>`;
  });
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe(t('export.title'))}</title><style>${style}</style></head>
<body><h1>${safe(t('export.title'))}</h1><p>${safe(t('export.made', { moment: formatMoment(new Date(told.madeAt), locale) }))}</p><dl>${person}</dl>
${kinds.join('\n')}
<section><h2>${safe(t('notIn.title'))}</h2><ul>${told.notIn.map((words) => `<li>${safe(words)}</li>`).join('')}</ul></section></body></html>
`;
}
