import { readVersion } from '#modules/questionnaires/index.server.ts';
import { optionsOf, type Questionnaire } from '#modules/questionnaires/index.ts';
import type { Db } from '#platform/server/database/pool.ts';
import type { Locale } from '#shared/localised.ts';
import { profileTexts } from '../../definition/profiles.ts';
import { publishedScan } from '../../definition/scan.ts';
import { headlineOf, namedProfiles } from '../../rules/headline.ts';
import type { ScoringModel } from '../../rules/model.ts';
import type { ScanResult } from '../../rules/score.ts';
import { sideBySide } from '../../rules/series.ts';
import type { Workers } from '../../rules/size.ts';
import type { AnsweredPartView, ScanReport } from '../../rules/views.ts';
import { headlineSentence } from '../../text/headline.ts';
import type { ScanRow } from '../store.ts';
import { comparisonView } from './comparison.ts';
import { fitView } from './fit.ts';
import { dutyView, stepViews } from './steps.ts';
import { whyViews } from './why.ts';
import { withinSentence, wordsFor, type Words } from './words.ts';

/** The model of the version that made a result. A published version never leaves the code. */
export function modelOf(version: number): ScoringModel {
  const published = publishedScan(version);
  if (!published) throw new Error(`Version ${version} of the scan was never published`);
  return published.model;
}

/** Tells one scan of a series: with the questions as they were asked then, in the reader's language. */
export async function scanReport(
  db: Db,
  own: ScanRow,
  series: readonly ScanRow[],
  locale: Locale,
): Promise<ScanReport> {
  const questionnaire = await readVersion(db, own.questionnaireHash);
  const model = modelOf(own.result.model.version);
  const words = wordsFor(questionnaire, model, locale);
  const { t, day } = words;
  const { result } = own;
  const workers: Workers = { band: own.band, ...(own.workers === null ? {} : { exact: own.workers }) };
  const fit = fitView(result, words);
  const role = withinSentence(words.answer('about.role', own.role));
  const beside = sideBySide(series, own.id);
  const find = (id: string) => series.find((scan) => scan.id === id)!;
  return {
    enterprise: own.name ?? '',
    eyebrow: t(own.name ? 'result.eyebrow' : 'result.eyebrow.unclaimed', {
      enterprise: own.name ?? '',
      workers: workersWords(questionnaire, own, words),
      date: day(own.finishedOn),
    }),
    role: t('result.role', { role }),
    facts: [
      workersWords(questionnaire, own, words),
      t('result.filledOn', { date: day(own.finishedOn) }),
      t('result.role', { role }),
    ],
    finishedOn: own.finishedOn,
    situation: result.best ?? 'none',
    headline: headlineSentence(t, headlineOf(result)),
    lead: leadOf(result, model, words),
    basis: t(`certainty.${result.certainty}`, { answered: result.answered, total: result.total }),
    onePerson: beside.some(({ kind }) => kind === 'disagreement') ? '' : t('certainty.onePerson'),
    fit,
    none:
      result.situation === 'none'
        ? {
            name: words.profile('none'),
            description: profileTexts.none.description[locale],
            why: t('why.none', { notYet: result.noPolicy.notYet, answered: result.answered }),
          }
        : null,
    ...whyViews(model, result, fit, words),
    ...stepViews(model, result, workers, words),
    duty: dutyView(workers, own.finishedOn, words),
    comparisons: beside.map(({ kind, a, b }) => comparisonView(kind, find(a), find(b), words)),
    answers: answeredParts(questionnaire, own, words),
    made: t('result.version', { date: day(own.finishedOn), version: own.questionnaireVersion }),
  };
}

function leadOf(result: ScanResult, model: ScoringModel, { t, profileWithin }: Words): string {
  if (result.situation === 'too_few')
    return t('result.lead.tooFew', { answered: result.answered, needed: model.fewestKnown });
  if (result.situation === 'none') return t('result.lead.none');
  const [first, second] = namedProfiles(result);
  return second
    ? t('result.lead.two', { first: profileWithin(first!), second: profileWithin(second) })
    : t('result.lead.one', { first: profileWithin(first!) });
}

function workersWords(questionnaire: Questionnaire, { workers, band }: ScanRow, { t, locale }: Words): string {
  if (workers !== null) return t('result.workers.exact', { count: workers });
  const item = questionnaire.sections.flatMap(({ items }) => items).find(({ id }) => id === 'about.workers');
  const option = item && optionsOf(questionnaire, item).find(({ value }) => value === band);
  return option ? t('result.workers.band', { band: option.label[locale] }) : t('result.workers.unknown');
}

function answeredParts(questionnaire: Questionnaire, own: ScanRow, words: Words): AnsweredPartView[] {
  return questionnaire.sections
    .map(({ title, items }) => ({
      title: title[words.locale],
      statements: items
        .filter(({ id }) => words.numberOf(id) > 0)
        .map(({ id, text }) => ({
          n: words.numberOf(id),
          text: text[words.locale],
          answer: words.answer(id, own.answers[id]),
        })),
    }))
    .filter(({ statements }) => statements.length > 0);
}
