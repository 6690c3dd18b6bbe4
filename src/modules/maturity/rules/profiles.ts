/**
 * The five profiles in the order of the path. Each is a strong way of working; an enterprise may resemble several at once.
 * The order makes neighbours, not a ranking.
 */
export const profileIds = ['ambition', 'foundation', 'journey', 'growth', 'learning'] as const;

export type ProfileId = (typeof profileIds)[number];

/** The five profiles and the sixth situation: no policy yet. */
export type SituationId = ProfileId | 'none';

/** The five aspects about which every profile says something. */
export const aspectIds = ['context', 'learning', 'support', 'policy', 'plans'] as const;

export type AspectId = (typeof aspectIds)[number];

/** The profiles beside this one on the path. From "no policy yet" the first two are equally near. */
export function neighboursOf(situation: SituationId): readonly ProfileId[] {
  if (situation === 'none') return ['ambition', 'foundation'];
  const place = profileIds.indexOf(situation);
  return profileIds.filter((_, index) => Math.abs(index - place) === 1);
}

export function isProfileId(value: unknown): value is ProfileId {
  return typeof value === 'string' && (profileIds as readonly string[]).includes(value);
}
