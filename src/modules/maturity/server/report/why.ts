import { profileTexts } from '../../definition/profiles.ts';
import { explain, type Contribution, type ProfileExplanation } from '../../rules/explain.ts';
import { namedProfiles } from '../../rules/headline.ts';
import type { ScoringModel } from '../../rules/model.ts';
import type { ScanResult } from '../../rules/score.ts';
import type { FitView, ReasonView, WhyView } from '../../rules/views.ts';
import type { Words } from './words.ts';

/** More reasons than this are not read; the strongest come first. */
const reasonsShown = 3;

/** Why each profile fits as it does: the named ones first, then the others in the order of the path. */
export function whyViews(model: ScoringModel, result: ScanResult, fit: FitView, words: Words) {
  const views = explain(model, result).map((explanation) => whyView(explanation, fit, words));
  const named = namedProfiles(result);
  const of = (profile: string) => views.find(({ station }) => station.profile === profile)!;
  return {
    why: named.map(of),
    otherWhy: views.filter(({ station }) => !named.includes(station.profile)),
  };
}

function whyView(explanation: ProfileExplanation, fit: FitView, words: Words): WhyView {
  const { profile, unknown } = explanation;
  const reason = ({ statement, answer, reversed }: Contribution): ReasonView => ({
    statement: words.statement(statement),
    n: words.numberOf(statement),
    answer: words.t('why.answer', { answer: words.answer(statement, answer) }),
    reversed,
  });
  return {
    station: fit.stations.find((station) => station.profile === profile)!,
    description: profileTexts[profile].description[words.locale],
    for: explanation.for.slice(0, reasonsShown).map(reason),
    against: explanation.against.slice(0, reasonsShown).map(reason),
    unknown: unknown.length > 0 ? words.t('why.unknown', { count: unknown.length }) : '',
    neighbours: explanation.neighbours.flatMap(({ profile: neighbour, difference }) => {
      if (difference === null) return [];
      const key = difference === 0 ? 'equal' : difference > 0 ? 'higher' : 'lower';
      return [words.t(`why.neighbour.${key}`, { profile: words.profile(neighbour), points: Math.abs(difference) })];
    }),
  };
}
