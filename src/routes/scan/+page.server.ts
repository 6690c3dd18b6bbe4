import type { RequestEvent } from '@sveltejs/kit';
import { readScanForm, sendScan, stepScan } from '#modules/maturity/server/operations.ts';
import { answer, form, page } from '#platform/server/door.ts';

/** What this scan joins or changes stands in the address, so that it survives every step. */
const joined = ({ url }: RequestEvent) => ({
  with: url.searchParams.get('with') ?? undefined,
  again: url.searchParams.get('again') ?? undefined,
  change: url.searchParams.get('change') ?? undefined,
});

export const load = page(readScanForm, joined);
export const actions = {
  step: answer(stepScan),
  send: form(sendScan, joined, ({ secret }) => `/scan/r/${secret}`),
};
