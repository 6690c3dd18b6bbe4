import type { CareKind } from '#modules/enterprises/index.ts';

/** Care services by their words and by the first digits of their NACE-BEL codes (2008 and 2025 agree on these). */
const careByWord: Readonly<Record<string, CareKind>> = {
  childcare: 'childcare',
  homeCare: 'home_care',
  elderlyCare: 'elderly_care',
};
const careByCode: readonly (readonly [digits: string, CareKind])[] = [
  ['8891', 'childcare'],
  ['88101', 'home_care'],
  ['8810', 'elderly_care'],
  ['873', 'elderly_care'],
];

const digits = (activity: string): string => activity.replace(/[.\s]/g, '');

/** The first care service among activities; undefined when there is none. */
export function careOf(activities: readonly string[]): CareKind | undefined {
  for (const activity of activities) {
    const found = careByWord[activity] ?? careByCode.find(([code]) => digits(activity).startsWith(code))?.[1];
    if (found) return found;
  }
  return undefined;
}

/** Carries goods by road for others (NACE 49.41). */
export const carriesByRoad = (activities: readonly string[]): boolean =>
  activities.some((activity) => activity === 'roadFreight' || digits(activity).startsWith('4941'));
