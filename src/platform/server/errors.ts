import type { Parameters } from '#platform/text/index.ts';

/**
 * Everything an operation may answer instead of a result. `code` is stable (the API shows it); `status` is the HTTP
 * status; `textKey` names a text as `module:key`, or a key of the platform's own error texts.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly textKey: string;
  readonly parameters: Parameters;

  constructor(code: string, status: number, textKey: string, parameters: Parameters = {}) {
    super(`${code}: ${textKey}`);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.textKey = textKey;
    this.parameters = parameters;
  }
}

export interface FieldIssue {
  /** Dotted, as in the form: `goals.0.title`. Empty for the form as a whole. */
  readonly path: string;
  readonly textKey: string;
  readonly parameters: Parameters;
}

/** The input is not right: one message a field. */
export class InvalidInput extends Refusal {
  readonly issues: readonly FieldIssue[];
  constructor(issues: readonly FieldIssue[]) {
    super('invalid', 422, 'error.invalid', { count: issues.length });
    this.name = 'InvalidInput';
    this.issues = issues;
  }
}

/** One field is wrong by a rule: `invalid('enterpriseNumber', 'enterprises:error.check')`. */
export function invalid(path: string, textKey: string, parameters: Parameters = {}): InvalidInput {
  return new InvalidInput([{ path, textKey, parameters }]);
}

/** Unknown and invisible are the same answer, so nothing is revealed. */
export const notFound = () => new Refusal('not_found', 404, 'error.notFound');
/** Visible, but this role may not do it. */
export const forbidden = () => new Refusal('forbidden', 403, 'error.forbidden');
export const signInFirst = () => new Refusal('sign_in', 401, 'error.signIn');
/** What came is not even a form (or, for a program, not JSON). */
export const malformed = () => new Refusal('malformed', 400, 'error.malformed');
export const tooOften = (minutes: number) => new Refusal('too_often', 429, 'error.tooOften', { minutes });

/** What comes out is a secret that is kept nowhere, so a second sending cannot get the first answer. */
export const keyNotTaken = () => new Refusal('key_not_taken', 400, 'error.keyNotTaken');

/** One key, two different things: which of them was meant is not for us to guess. */
export const keyReused = () => new Refusal('key_reused', 422, 'problems:key_reused.meaning');

/** What a program's token was not made for, or what no token may do. */
export const scopeMissing = (scope: string) =>
  new Refusal('scope_missing', 403, 'problems:scope_missing.detail', { scope });
export const notByToken = () => new Refusal('not_by_token', 403, 'problems:not_by_token.meaning');

/** The state does not allow it now; the text says why and what would. */
export const notNow = (textKey: string, parameters: Parameters = {}) =>
  new Refusal('not_now', 409, textKey, parameters);

/** Somebody else changed the same thing. `current` is what stands there now, so that the form can show both. */
export class EditConflict extends Refusal {
  readonly conflicts: readonly { path: string; mine: unknown; theirs: unknown }[];
  readonly current: unknown;
  constructor(current: unknown, conflicts: readonly { path: string; mine: unknown; theirs: unknown }[]) {
    super('edit_conflict', 409, 'error.editConflict', { count: conflicts.length });
    this.name = 'EditConflict';
    this.current = current;
    this.conflicts = conflicts;
  }
}
