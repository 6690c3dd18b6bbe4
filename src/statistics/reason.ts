/** The kinds of reason for which a figure does not exist. */
export type Why =
  | 'too-few-rows'
  | 'too-few-items'
  | 'constant'
  | 'singular'
  | 'perfect'
  | 'not-identified'
  | 'inadmissible'
  | 'out-of-range';

/**
 * Why a figure is `undefined`. Every result of this library gives a figure that does not exist as `undefined`, never as
 * NaN, and says why in its `reasons`.
 */
export interface Reason {
  /** The figure, as the result names it: `alpha`, or in a matrix `agree × age`. */
  readonly of: string;
  readonly why: Why;
  /** One plain English sentence. */
  readonly text: string;
}

/** The error for a call that makes no sense whatever the data say (unknown column, unequal lengths). */
export class StatisticsError extends Error {}
