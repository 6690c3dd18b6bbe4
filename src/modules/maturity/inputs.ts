import { z } from 'zod';
import { flag, id, maybe, maybeOr, plainDate, text, wholeNumber } from '#shared/inputs.ts';
import { flatAnswers } from './rules/parts.ts';

/** The part of a link that stands for the series: who holds it may add a scan and sees what lies side by side. */
const seriesLength = 22;

const seriesSecret = z.string('error.required').regex(/^[\w-]{22}$/, 'maturity:error.notFound');
const scanSecret = z.string('error.required').regex(/^[\w-]{44}$/, 'maturity:error.notFound');

/** The link of a series inside the link of one of its scans. */
export function seriesOf(secret: string): string {
  return secret.slice(0, seriesLength);
}

/** Answers by item id; a form sends them nested, and numbered fields of a hostile one are cut off. */
const answers = z.preprocess(
  flatAnswers,
  z.record(z.string().max(80), z.unknown()).refine((given) => Object.keys(given).length <= 200, 'error.tooMany'),
);

/** The link of one result. What is seen is the series it stands in: `secret` opens that, `scan` names the one. */
export const ScanLinkInput = z
  .object({ secret: scanSecret })
  .transform(({ secret }) => ({ secret: seriesOf(secret), scan: secret }));

/** The page of the scan: a new one, one that joins a series (`with`), or one whose answers are changed (`change`). */
export const ScanFormInput = z.object({ with: maybe(seriesSecret), again: flag(), change: maybe(scanSecret) });

/** A step through the form. Nothing is kept; what was answered travels along. */
export const ScanStepInput = z.object({
  at: maybeOr(z.string().max(40), 'about'),
  go: maybeOr(z.string().max(80), 'stay'),
  answers,
});

/** The scan as it is sent. `form` is a random id of the page: the same form sent twice is one scan. */
export const SendScanInput = z.object({
  form: z.uuid('error.required'),
  version: maybe(wholeNumber({ minimum: 1, maximum: 10_000 })),
  with: maybe(seriesSecret),
  again: flag(),
  change: maybe(scanSecret),
  started: maybe(plainDate()),
  name: maybe(text(120)),
  answers,
});

export const EnterpriseScanInput = z.object({ enterprise: id(), scan: maybe(id()) });
