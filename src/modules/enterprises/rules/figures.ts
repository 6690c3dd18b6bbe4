/** Why a typed figure cannot be used; each has a text `error.<fault>`. */
export type FigureFault = 'figureMissing' | 'notFigure' | 'negative' | 'tooLarge';

export type ParsedFigure =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly fault: FigureFault };

const whole = /^\d+$/;
const belgian = /^(?:\d{1,3}(?:\.\d{3})+|\d+),(\d{1,2})$/;
const belgianGroups = /^\d{1,3}(?:\.\d{3})+$/;
const english = /^(?:\d{1,3}(?:,\d{3})+|\d+)\.(\d{1,2})$/;
const englishGroups = /^\d{1,3}(?:,\d{3}){2,}$/;

/**
 * Reads a figure as people in Belgium write it: `1.900.000`, `1 900 000,50`, `9,5`, `9.5`, `€ 250`. At most two decimals.
 * `1,900` could mean two things and is refused rather than guessed. Values over `max` are refused as a slip of the keys.
 */
export function parseFigure(typed: string, max = 1_000_000_000_000): ParsedFigure {
  const text = typed.replace(/[\s\u00a0\u202f'’]|€|eur(?:o)?$|^eur/gi, '');
  if (text === '') return { ok: false, fault: 'figureMissing' };
  if (/^[-−–]\d/.test(text)) return { ok: false, fault: 'negative' };
  const value = valueOf(text);
  if (value === undefined) return { ok: false, fault: 'notFigure' };
  return value > max ? { ok: false, fault: 'tooLarge' } : { ok: true, value };
}

/** Euro as typed, in whole cents. Faults as {@link parseFigure}. */
export function parseEuroAsCents(typed: string, maxEuro = 1_000_000_000_000): ParsedFigure {
  const parsed = parseFigure(typed, maxEuro);
  return parsed.ok ? { ok: true, value: Math.round(parsed.value * 100) } : parsed;
}

function valueOf(text: string): number | undefined {
  if (whole.test(text)) return Number(text);
  if (belgian.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (belgianGroups.test(text)) return Number(text.replaceAll('.', ''));
  if (english.test(text)) return Number(text.replaceAll(',', ''));
  if (englishGroups.test(text)) return Number(text.replaceAll(',', ''));
  return undefined;
}
