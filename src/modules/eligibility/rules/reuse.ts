import type { PlainDate } from '#shared/dates.ts';
import type { EligibilityFacts } from './facts.ts';
import { figureKeys, type FigureSource } from './provenance.ts';
import { ownPeriods, standingOn, type Standing } from './validity.ts';

/** An earlier decision on the same enterprise, in another trajectory or programme. */
export interface EarlierDecision {
  readonly id: string;
  readonly hash: string;
  readonly facts: EligibilityFacts;
  readonly validUntil: PlainDate | null;
}

/** Whether a later check or another programme may build on it: while it is valid. */
export function mayReuse({ validUntil }: Pick<EarlierDecision, 'validUntil'>, today: PlainDate): Standing {
  return standingOn(today, validUntil ?? undefined, false);
}

/**
 * What is taken over: who the enterprise is, its figures and who owns whom. Not the grant, which is another one; not the
 * aid, which may have grown since and is asked again; not where it came from, which is now this decision.
 */
export function takenOver(facts: EligibilityFacts): EligibilityFacts {
  const { declaredAid: _aid, provenance: _provenance, ...rest } = facts;
  return { ...rest, grant: {} };
}

/** The figures of the enterprise that are those of the earlier decision: same year, same figure, same value. */
export function reusedFigures(facts: EligibilityFacts, earlier: EarlierDecision): readonly FigureSource[] {
  const before = ownPeriods(earlier.facts);
  return ownPeriods(facts).flatMap((period) =>
    figureKeys.flatMap((figure): FigureSource[] => {
      const known = before.find(({ year }) => year === period.year)?.[figure];
      return known !== undefined && known === period[figure]
        ? [{ year: period.year, figure, from: 'reused', on: earlier.facts.date, id: earlier.id }]
        : [];
    }),
  );
}
