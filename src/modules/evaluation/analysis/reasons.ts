import type { Reason } from '#statistics/reason.ts';

/** Collects why figures do not exist, once each, with the part of the plan that they belong to. */
export class Reasons {
  readonly sentences = new Set<string>();

  add(part: string, reasons: readonly Reason[]): void {
    for (const { text } of reasons) this.sentences.add(`${part}: ${text}`);
  }
}

/** JSON knows no undefined: a figure that does not exist is null. */
export const orNull = <Value>(value: Value | undefined): Value | null => value ?? null;
