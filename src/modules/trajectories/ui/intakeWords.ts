import type { Locale } from '#shared/localised.ts';
import { codeLabel } from '#modules/programmes/index.ts';
import { formatDate } from '#platform/text/formats.ts';

const coded = {
  motives: 'motives',
  levers: 'levers',
  obstacles: 'obstacles',
  transitions: 'transitions',
  directedBy: 'directedBy',
  formalPractices: 'formalPractices',
  informalPractices: 'informalPractices',
  themes: 'needThemes',
  participants: 'participants',
} as const;

/** One answer of the intake as people read it: a code as its words, a day as a day, words as they were typed; `''` for none. */
export function intakeWords(path: string, value: unknown, locale: Locale): string {
  if (value === null || value === undefined || value === '') return '';
  if (path === 'on') return formatDate(String(value), locale);
  if (path.startsWith('conditions.')) {
    const { answer, words } = value as { answer: string; words: string };
    return [answer && codeLabel('conditionStates', answer, locale), words].filter(Boolean).join(': ');
  }
  const list = coded[path as keyof typeof coded];
  if (!list) return String(value);
  return [value]
    .flat()
    .map((code) => codeLabel(list, String(code), locale))
    .join(', ');
}
