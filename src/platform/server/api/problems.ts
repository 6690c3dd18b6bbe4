import type { Locale } from '#shared/localised.ts';
import { textFor } from '#platform/text/index.ts';
import { problemTexts } from '#platform/text/problems/index.ts';
import { databaseIsAway } from '../database/away.ts';
import { EditConflict, InvalidInput, Refusal } from '../errors.ts';
import { newId } from '../ids.ts';
import { translate } from '../translate.ts';

/** Everything that can go wrong at the interface, by its stable code, with the status that goes with it. */
export const problemStatuses = {
  malformed: 400,
  bad_key: 400,
  key_not_taken: 400,
  sign_in: 401,
  token_unknown: 401,
  forbidden: 403,
  scope_missing: 403,
  not_by_token: 403,
  not_found: 404,
  unknown_operation: 404,
  wrong_method: 405,
  not_acceptable: 406,
  not_now: 409,
  edit_conflict: 409,
  too_large: 413,
  wrong_content_type: 415,
  invalid: 422,
  key_reused: 422,
  too_often: 429,
  too_fast: 429,
  unexpected: 500,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatuses;

export function isProblemCode(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.hasOwn(problemStatuses, code);
}

/** A refusal of the interface itself, before any operation was asked. */
export class DoorProblem extends Refusal {
  readonly headers: Readonly<Record<string, string>>;
  constructor(code: ProblemCode, headers: Readonly<Record<string, string>> = {}, parameters = {}) {
    super(code, problemStatuses[code], `problems:${code}.meaning`, parameters);
    this.name = 'DoorProblem';
    this.headers = headers;
  }
}

/** Problem details (RFC 9457), with a stable code and one entry a wrong field. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string; readonly code: string }[];
  /** After `edit_conflict`: what stands there now and where it differs, so that a program can merge and send again. */
  readonly current?: unknown;
  readonly conflicts?: EditConflict['conflicts'];
}

/** What these codes say on a page («in another tab», «beside the fields») does not fit a program. */
const saidOtherwise: readonly string[] = ['sign_in', 'not_found', 'invalid', 'edit_conflict', 'key_not_taken'];

/** A dotted path of a field as a JSON pointer in a URI fragment: `goals.0.title` → `#/goals/0/title`. */
export function pointerTo(path: string): string {
  if (path === '') return '#';
  const parts = path.split('.').map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
  return `#/${parts.join('/')}`;
}

function problemOf(refusal: Refusal, locale: Locale, origin: string, instance: string): Problem {
  const { code, status } = refusal;
  const t = textFor(problemTexts, locale);
  const known = isProblemCode(code);
  return {
    type: `${origin}/api/problems/${code}`,
    title: known ? t(`${code}.title`) : translate(refusal.textKey, locale, refusal.parameters),
    status,
    detail:
      known && saidOtherwise.includes(code)
        ? t(`${code}.meaning`)
        : translate(refusal.textKey, locale, refusal.parameters),
    instance,
    code,
    ...(refusal instanceof InvalidInput
      ? {
          errors: refusal.issues.map((issue) => ({
            pointer: pointerTo(issue.path),
            detail: translate(issue.textKey, locale, issue.parameters),
            code: issue.textKey,
          })),
        }
      : {}),
    ...(refusal instanceof EditConflict ? { current: refusal.current, conflicts: refusal.conflicts } : {}),
  };
}

/**
 * Anything that was thrown, as an answer. What is not a refusal is a mistake of ours or the database away: its cause goes to
 * the log under the id that the answer carries, and nowhere else.
 */
export function problemResponse(thrown: unknown, locale: Locale, origin: string): Response {
  const instance = `urn:uuid:${newId()}`;
  let refusal = thrown;
  if (!(refusal instanceof Refusal)) {
    const away = databaseIsAway(thrown);
    console.error(`${instance}:`, away ? `database away: ${(thrown as Error).message}` : thrown);
    refusal = away ? new DoorProblem('unavailable', { 'retry-after': '5' }) : new DoorProblem('unexpected');
  }
  const problem = problemOf(refusal as Refusal, locale, origin, instance);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': locale,
      ...(problem.status === 401 ? { 'www-authenticate': challenge(problem.code) } : {}),
      ...(problem.code === 'too_often' ? { 'retry-after': '600' } : {}),
      ...(refusal instanceof DoorProblem ? refusal.headers : {}),
    },
  });
}

/** RFC 6750, section 3: with a wrong token the reason is told, without one it is not. */
function challenge(code: string): string {
  return code === 'token_unknown' ? 'Bearer realm="krachtlijn", error="invalid_token"' : 'Bearer realm="krachtlijn"';
}
