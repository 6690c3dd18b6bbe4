import { checkDigits } from '#modules/enterprises/index.ts';

/** The register began at 0200.…: all that begin with 01 are free, and the example itself stands on 019. */
const most = 899_999;

/**
 * An enterprise number of a large synthetic programme, with right check digits; no real enterprise has it.
 * @param sequence from 1 up to 899 999
 */
export function scaleNumber(sequence: number): string {
  if (sequence < 1 || sequence > most) throw new RangeError(`there are ${most} numbers, not ${sequence}`);
  const firstEight = String(1_000_000 + sequence).padStart(8, '0');
  return firstEight + checkDigits(firstEight);
}
