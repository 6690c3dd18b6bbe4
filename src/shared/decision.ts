/**
 * One reason behind a decision. `code` names a text (`reason.<code>`) in the texts of the module that decides;
 * `facts` are the figures that the sentence shows, so that every number can be checked.
 */
export interface Reason {
  readonly code: string;
  readonly weight: 'for' | 'against' | 'missing';
  readonly facts: Readonly<Record<string, string | number>>;
}

/** The outcome of a rule: never an exception for an expected no. */
export interface Decision<Outcome extends string> {
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
  readonly ruleVersion: string;
}
