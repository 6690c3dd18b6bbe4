import { levels, type Level } from './model.ts';
import { profileIds, type ProfileId } from './profiles.ts';
import { isKnown, type ScanResult } from './score.ts';

/** A difference of at least this many points is named; less is "about the same". */
const noticeablePoints = 5;

/** Answers that lie at least this many steps apart are worth a talk. */
const noticeableSteps = 2;

export type Direction = 'higher' | 'lower' | 'same';

export interface ProfileDifference {
  readonly profile: ProfileId;
  readonly a: number | null;
  readonly b: number | null;
  /** b minus a, in whole points as shown; null when one of them is not known. */
  readonly difference: number | null;
  readonly direction: Direction | null;
}

export interface StatementDifference {
  readonly statement: string;
  readonly a: Level;
  readonly b: Level;
  /** Steps of the scale from a to b: −3 to 3. */
  readonly steps: number;
  readonly direction: Exclude<Direction, 'same'>;
  /** The key of the sentence for a change in time, or for two people who see it differently. */
  readonly words: {
    readonly change: `compare.change.${'higher' | 'lower'}`;
    readonly disagreement: 'compare.disagreement.statement';
  };
}

export interface Comparison {
  /** Null when the two were made with different versions of the scan: then fits cannot be compared, answers can. */
  readonly profiles: readonly ProfileDifference[] | null;
  /** Statements of which both know the answer. */
  readonly shared: number;
  /** Of those, how many have the same answer. */
  readonly equal: number;
  /** Two steps or more apart, the widest first. */
  readonly statements: readonly StatementDifference[];
  /** One of the two answered, the other did not know. */
  readonly knownByOne: readonly string[];
  /** The key of the sentence above the comparison. */
  readonly words:
    'compare.summary.alike' | 'compare.summary.few' | 'compare.summary.many' | 'compare.summary.nothing_shared';
}

/**
 * Lays two results side by side: `a` is the earlier scan or the first person, `b` the later one or the second. The same facts
 * serve both uses; only the words differ.
 */
export function compareResults(a: ScanResult, b: ScanResult): Comparison {
  const ids = [...new Set([...Object.keys(a.answers), ...Object.keys(b.answers)])];
  const shared = ids.filter((id) => isKnown(a.answers[id]) && isKnown(b.answers[id]));
  const statements = shared.flatMap((id) => statementDifference(id, a.answers[id] as Level, b.answers[id] as Level));
  statements.sort((x, y) => Math.abs(y.steps) - Math.abs(x.steps));
  const sameModel = a.model.id === b.model.id && a.model.version === b.model.version;
  return {
    profiles: sameModel ? profileIds.map((profile) => profileDifference(a, b, profile)) : null,
    shared: shared.length,
    equal: shared.filter((id) => a.answers[id] === b.answers[id]).length,
    statements,
    knownByOne: ids.filter((id) => isKnown(a.answers[id]) !== isKnown(b.answers[id])),
    words:
      shared.length === 0
        ? 'compare.summary.nothing_shared'
        : statements.length === 0
          ? 'compare.summary.alike'
          : statements.length <= 3
            ? 'compare.summary.few'
            : 'compare.summary.many',
  };
}

function profileDifference(a: ScanResult, b: ScanResult, profile: ProfileId): ProfileDifference {
  const before = a.fits.find((fit) => fit.profile === profile)?.fit ?? null;
  const after = b.fits.find((fit) => fit.profile === profile)?.fit ?? null;
  if (before === null || after === null) return { profile, a: before, b: after, difference: null, direction: null };
  const difference = after - before;
  const direction = Math.abs(difference) < noticeablePoints ? 'same' : difference > 0 ? 'higher' : 'lower';
  return { profile, a: before, b: after, difference, direction };
}

function statementDifference(statement: string, a: Level, b: Level): StatementDifference[] {
  const steps = levels.indexOf(b) - levels.indexOf(a);
  if (Math.abs(steps) < noticeableSteps) return [];
  const direction = steps > 0 ? 'higher' : 'lower';
  const words = { change: `compare.change.${direction}`, disagreement: 'compare.disagreement.statement' } as const;
  return [{ statement, a, b, steps, direction, words }];
}
