/**
 * The two check digits that Belgian enterprise and establishment numbers end with: 97 minus the remainder of the first
 * eight digits divided by 97, so 01 to 97 (KBO; a remainder of 0 gives 97). Every single wrong digit shows, and every two
 * neighbours that changed places. What can slip through: the seventh digit swapped with the ninth, the eighth with the
 * tenth, since the body and the check are simply added.
 */
export function checkDigits(firstEight: string): string {
  return String(97 - (Number(firstEight) % 97)).padStart(2, '0');
}

/** Ten digits whose last two follow from the first eight. */
export function checkDigitsFit(tenDigits: string): boolean {
  return checkDigits(tenDigits.slice(0, 8)) === tenDigits.slice(8);
}
