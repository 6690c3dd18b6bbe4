import type { Translate } from '#platform/text/index.ts';
import type { Figure } from '#ui/FigureStrip.svelte';
import type { Standing } from '../../rules/views.ts';
import { paceOf } from '../../rules/counts.ts';

type Words = Translate<
  | 'figure.reach'
  | 'figure.reach.on'
  | 'figure.reach.ahead'
  | 'figure.reach.behind'
  | 'figure.reach.over'
  | 'figure.small'
  | 'figure.small.value'
  | 'figure.small.text'
  | 'figure.small.none'
  | 'figure.hours'
  | 'figure.hours.value'
  | 'figure.hours.each'
  | 'figure.hours.none'
  | 'figure.underWay'
  | 'figure.underWay.text'
>;

export interface Together extends Pick<Standing, 'reached' | 'small' | 'known' | 'hours' | 'starting' | 'guided'> {
  readonly target: number;
  readonly expected: number | null;
}

/** Adds up what stands at several places that have a target. */
export function together(places: readonly Together[]): Together {
  const sum = (key: Exclude<keyof Together, 'expected'>) => places.reduce((total, place) => total + place[key], 0);
  const running = places.filter(({ expected }) => expected !== null);
  return {
    target: sum('target'),
    reached: sum('reached'),
    small: sum('small'),
    known: sum('known'),
    hours: sum('hours'),
    starting: sum('starting'),
    guided: sum('guided'),
    expected: running.length > 0 ? running.reduce((total, { expected }) => total + expected!, 0) : null,
  };
}

/** Reach against target, small organisations, hours and what is under way: the four figures of a lot or a programme. */
export function reachFigures(t: Words, all: Together, ofTarget: string, number: (value: number) => string): Figure[] {
  const pace = paceOf(all.reached, all.expected);
  const said = pace === null ? t('figure.reach.over') : t(`figure.reach.${pace}`, { expected: all.expected! });
  return [
    {
      key: 'reach',
      label: t('figure.reach'),
      value: number(all.reached),
      of: ofTarget,
      text: said,
      href: '/enterprises',
      bar: {
        value: all.reached,
        max: all.target,
        label: `${number(all.reached)} ${ofTarget}. ${said}`,
        ...(all.expected === null ? {} : { pace: all.expected }),
      },
    },
    {
      key: 'small',
      label: t('figure.small'),
      value: all.known === 0 ? '–' : t('figure.small.value', { share: all.small / all.known }),
      text: all.known === 0 ? t('figure.small.none') : t('figure.small.text', { small: all.small, known: all.known }),
    },
    {
      key: 'hours',
      label: t('figure.hours'),
      value: t('figure.hours.value', { hours: all.hours }),
      text:
        all.hours === 0 || all.reached === 0
          ? t('figure.hours.none')
          : t('figure.hours.each', { hours: Math.round((all.hours / all.reached) * 10) / 10 }),
    },
    {
      key: 'underWay',
      label: t('figure.underWay'),
      value: number(all.starting + all.guided),
      text: t('figure.underWay.text', { starting: all.starting, guided: all.guided }),
      href: '/enterprises',
    },
  ];
}
