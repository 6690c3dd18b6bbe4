/**
 * Brings the ways in which people write a joint committee to one: `303.1`, `PC 303.01`, `303.01.00`, `303.01.00-00.00` and
 * `30301` all become `303.01`; `124.00` becomes `124`. Undefined when it is no committee at all (such as `999`, which means
 * "none" in the social declaration). 322 and 322.01 stay what they are: two different committees.
 */
export function normaliseCommittee(typed: string): string | undefined {
  const text = typed
    .trim()
    .replace(/^(?:anpcb|pc|psc|cp|scp|pk)[\s.:]*/i, '')
    .replace(/\s+/g, '');
  const match = /^([1-3]\d{2})(?:\.?(\d{2})|\.(\d))?(?:[.-]?\d{2})*(?:-\d{2}(?:\.\d{2})?)?$/.exec(text);
  if (!match) return undefined;
  const [, main = '', twoDigits, oneDigit] = match;
  const sub = twoDigits ?? (oneDigit === undefined ? '00' : `0${oneDigit}`);
  return sub === '00' ? main : `${main}.${sub}`;
}

/** `149` of `149.01`; undefined for a committee without a point. */
export function parentCommittee(number: string): string | undefined {
  return number.includes('.') ? number.slice(0, 3) : undefined;
}
