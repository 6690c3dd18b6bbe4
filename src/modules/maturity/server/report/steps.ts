import type { PlainDate } from '#shared/dates.ts';
import { publishedSteps } from '../../definition/steps/all.ts';
import type { PublishedStep } from '../../definition/steps/publishedStep.ts';
import { stepMaterials, stepPeople, stepTimes } from '../../definition/steps/vocabulary.ts';
import { trainingParameters } from '../../definition/trainingParameters.ts';
import type { ScoringModel } from '../../rules/model.ts';
import { nextSteps, type PickedStep } from '../../rules/nextSteps.ts';
import { profileIds } from '../../rules/profiles.ts';
import type { ScanResult } from '../../rules/score.ts';
import { stepSizeOf, type Workers } from '../../rules/size.ts';
import { trainingDuty } from '../../rules/trainingDuty.ts';
import type { DutyView, StepView } from '../../rules/views.ts';
import type { Words } from './words.ts';

/** The two steps that fit now and, behind them, the other ones of the same size. */
export function stepViews(model: ScoringModel, result: ScanResult, workers: Workers, words: Words) {
  const size = stepSizeOf(workers);
  const { picked, all } = nextSteps(model, publishedSteps, result, size);
  const shown = new Set(picked.map(({ step }) => step.id));
  const others = all.flatMap(({ purpose, steps }) => steps.map((step) => ({ step, purpose })));
  const view = (one: PickedStep) => stepView(one, words);
  return {
    stepsFor: words.t(`steps.size.${size}`),
    steps: picked.map(view),
    moreSteps: others.filter(({ step }) => !shown.has(step.id)).map(view),
  };
}

function stepView({ step, purpose }: PickedStep, words: Words): StepView {
  const { time, who, material, title, how, profile, id } = step as PublishedStep;
  const { locale, t } = words;
  return {
    id,
    number: (profileIds.indexOf(profile) + 1) as StepView['number'],
    purpose: t(`steps.purpose.${purpose}`, { profile: words.profileWithin(profile) }),
    title: title[locale],
    how: how[locale],
    time: stepTimes[time][locale],
    who: stepPeople[who][locale],
    material: stepMaterials[material][locale],
  };
}

/** What the training law asks of an enterprise of this size on a day, with where it stands. */
export function dutyView(workers: Workers, on: PlainDate, { t, day }: Words): DutyView {
  const { plan, right } = trainingDuty(trainingParameters, workers, on);
  const texts: string[] = [];
  if (plan && plan.outcome !== 'unknown')
    texts.push(t(`duty.plan.${plan.outcome}.text`, { threshold: plan.threshold }));
  if (right && right.days !== null)
    texts.push(right.days === 0 ? t('duty.right.none') : t('duty.right.days', { days: right.days }));
  if (plan?.close || right?.close) texts.push(t('duty.close'));
  texts.push(t('duty.sector'));
  const sources = [
    ...new Map([plan, right].flatMap((one) => (one ? [[one.source.url, one.source] as const] : []))).values(),
  ];
  return {
    title: !plan
      ? t('duty.title')
      : plan.outcome === 'unknown'
        ? t('duty.plan.unknown', { threshold: plan.threshold })
        : t(`duty.plan.${plan.outcome}`),
    texts,
    sources: sources.map(({ title, url, checkedOn }) => ({
      text: t('duty.source', { title, date: day(checkedOn) }),
      url,
    })),
  };
}
