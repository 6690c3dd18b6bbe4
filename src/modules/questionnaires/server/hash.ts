import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/canonicalJson.ts';
import { hashedContent } from '../rules/content.ts';
import type { Questionnaire } from '../rules/questionnaire.ts';

/** SHA-256, 64 hexadecimal characters, of a value's canonical JSON. Throws a TypeError for what JSON cannot hold. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}

/** The hash by which a version of a questionnaire is known; equal for a draft and for its publication. */
export function questionnaireHash(questionnaire: Questionnaire): string {
  return createHash('sha256').update(hashedContent(questionnaire), 'utf8').digest('hex');
}
