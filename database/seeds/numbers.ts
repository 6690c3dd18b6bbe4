import { checkDigits } from '#modules/enterprises/index.ts';

/** An enterprise number with right check digits that no real enterprise has: the register gave out none that begin with 019. */
export function fictionalNumber(sequence: number): string {
  const firstEight = String(1_900_000 + sequence).padStart(8, '0');
  return firstEight + checkDigits(firstEight);
}
