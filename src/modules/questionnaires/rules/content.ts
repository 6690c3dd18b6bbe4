import { canonicalJson } from '#shared/canonicalJson.ts';
import type { Questionnaire } from './questionnaire.ts';

/**
 * The text over which a version's hash is taken. The status is left out: publishing a draft changes who may use it, not what it
 * asks. The hash itself is made in `server/hash.ts`, because rules know no crypto.
 */
export function hashedContent(questionnaire: Questionnaire): string {
  const { status: _status, ...content } = questionnaire;
  return canonicalJson(content);
}
