import type { Download } from '#platform/server/door.ts';
import { textFor } from '#platform/text/index.ts';
import type { Locale } from '#shared/localised.ts';
import { flowBand } from '#ui/charts/flowBand.ts';
import { renderScanResult } from '../documents/scanResult.ts';
import type { ComparisonView, ReasonView, ScanReport, WhyView } from '../rules/views.ts';
import { texts } from '../text/index.ts';

/** A told scan as PDF. `helpAt` is the address where help can be asked; `now` is the moment of making. */
export async function scanPdf(report: ScanReport, locale: Locale, helpAt: string, now: Date): Promise<Download> {
  const t = textFor(texts, locale);
  const { fit } = report;
  const stations = fit.stations.map(({ number, fit: score }) => ({ tone: number, number, score: score ?? 0 }));
  const bytes = await renderScanResult(
    {
      enterprise: report.enterprise,
      facts: report.facts,
      headline: report.headline,
      lead: report.lead,
      basis: report.basis,
      picture: {
        alt: fit.label,
        svg: flowBand({ stations, palette: 'print', rings: true, id: 'fit', label: fit.label }),
      },
      profiles: fit.stations.map(({ profile, number, name, what, word, fit: score }) => ({
        profile,
        number: String(number),
        name,
        what,
        fit: word,
        score: score === null ? '' : String(score),
      })),
      why: report.why.map(whyOnPaper),
      comparison: report.comparisons[0]
        ? comparisonOnPaper(report.comparisons[0], t('compare.profile'), t('compare.difference'))
        : null,
      steps: report.steps.map(({ number, purpose, title, how, time, who, material }) => ({
        profile: fit.stations[number - 1]!.profile,
        toward: purpose,
        title,
        text: how,
        facts: [time, who, material],
      })),
      trainingPlan: { title: report.duty.title, text: report.duty.texts.join(' ') },
      helpAt,
      made: report.made,
      createdAt: now,
    },
    locale,
  );
  return { name: t('result.file'), mediaType: 'application/pdf', bytes };
}

function whyOnPaper({ station, description, for: reasons, against, neighbours }: WhyView) {
  const line = ({ statement, answer }: ReasonView) => `${statement} ${answer}.`;
  return {
    profile: station.profile,
    name: station.name,
    text: description,
    for: reasons.map(line),
    against: against.map(line),
    neighbours: neighbours.join(' '),
  };
}

function comparisonOnPaper(
  { title, summary, note, a, b, profiles }: ComparisonView,
  profile: string,
  difference: string,
) {
  return {
    title,
    text: `${summary} ${note}`,
    columns: [profile, a, b, difference],
    rows: profiles.map((row) => [row.name, String(row.a ?? '–'), String(row.b ?? '–'), row.difference]),
  };
}
