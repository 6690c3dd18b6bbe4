import { shownItems } from './conditions.ts';
import { itemsOf, optionsOf, type Answers, type AnswerValue, type Item, type Questionnaire } from './questionnaire.ts';

export type AnswerProblemCode =
  | 'required'
  | 'not_an_option'
  | 'too_many'
  | 'not_a_number'
  | 'not_whole'
  | 'too_low'
  | 'too_high'
  | 'too_long'
  | 'wrong_kind';

/** What is wrong with the answer to one item. `facts` are the figures that the message shows. */
export interface AnswerProblem {
  readonly item: string;
  readonly code: AnswerProblemCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface CheckedAnswers {
  /** Only valid answers to items of this version; numbers are numbers, words are trimmed. */
  readonly answers: Answers;
  readonly problems: readonly AnswerProblem[];
  /** Ids that this version does not know. They are no error: an older or newer page may have sent them. */
  readonly ignored: readonly string[];
}

type Checked =
  { readonly value: AnswerValue } | { readonly code: AnswerProblemCode; readonly facts?: AnswerProblem['facts'] };

/**
 * Checks what somebody sent against a version of a questionnaire. One bad answer never costs the others.
 * Empty words and empty lists count as not answered. With `complete`, a shown required item without an answer is a problem;
 * without it (a page, an autosave) it is not.
 */
export function checkAnswers(
  questionnaire: Questionnaire,
  sent: Readonly<Record<string, unknown>>,
  options: { readonly complete: boolean },
): CheckedAnswers {
  const items = itemsOf(questionnaire);
  const known = new Set(items.map((item) => item.id));
  const answers: Record<string, AnswerValue> = {};
  const problems: AnswerProblem[] = [];
  for (const item of items) {
    const raw = Object.hasOwn(sent, item.id) ? sent[item.id] : undefined;
    if (isEmpty(raw)) continue;
    const checked = checkAnswer(questionnaire, item, raw);
    if ('value' in checked) answers[item.id] = checked.value;
    else problems.push({ item: item.id, code: checked.code, facts: checked.facts ?? {} });
  }
  if (options.complete) problems.push(...missingAnswers(questionnaire, answers, problems));
  const order = new Map(items.map((item, index) => [item.id, index]));
  problems.sort((a, b) => order.get(a.item)! - order.get(b.item)!);
  return { answers, problems, ignored: Object.keys(sent).filter((id) => !known.has(id)) };
}

/** Checks one answer. A number may come as text from a form, with a decimal comma. */
export function checkAnswer(questionnaire: Questionnaire, item: Item, raw: unknown): Checked {
  if (item.kind === 'choice') return checkChoice(questionnaire, item, raw);
  if (item.kind === 'several') return checkSeveral(questionnaire, item, raw);
  if (item.kind === 'number') return checkNumber(item, raw);
  if (typeof raw !== 'string') return { code: 'wrong_kind' };
  const words = raw.trim();
  if ([...words].length > item.maximumLength) return { code: 'too_long', facts: { maximum: item.maximumLength } };
  return { value: words };
}

function checkChoice(questionnaire: Questionnaire, item: Item, raw: unknown): Checked {
  if (typeof raw !== 'string') return { code: 'wrong_kind' };
  return optionsOf(questionnaire, item).some((option) => option.value === raw)
    ? { value: raw }
    : { code: 'not_an_option' };
}

function checkSeveral(questionnaire: Questionnaire, item: Item & { kind: 'several' }, raw: unknown): Checked {
  // A form sends one ticked box as a word and several as a list.
  const list: unknown[] = typeof raw === 'string' ? [raw] : Array.isArray(raw) ? raw : [null];
  if (!list.every((value) => typeof value === 'string')) return { code: 'wrong_kind' };
  const allowed = optionsOf(questionnaire, item).map((option) => option.value);
  if (!list.every((value) => allowed.includes(value))) return { code: 'not_an_option' };
  // The order of the scale, once each: the same ticks are the same answer.
  const ticked = allowed.filter((value) => list.includes(value));
  if (item.most !== undefined && ticked.length > item.most) return { code: 'too_many', facts: { maximum: item.most } };
  return { value: ticked };
}

function checkNumber(item: Item & { kind: 'number' }, raw: unknown): Checked {
  const number = typeof raw === 'number' ? raw : typeof raw === 'string' ? readNumber(raw) : NaN;
  if (!Number.isFinite(number)) return { code: 'not_a_number' };
  if (item.whole && !Number.isInteger(number)) return { code: 'not_whole' };
  if (number < item.minimum) return { code: 'too_low', facts: { minimum: item.minimum } };
  if (number > item.maximum) return { code: 'too_high', facts: { maximum: item.maximum } };
  return { value: number };
}

function readNumber(text: string): number {
  const digits = text.trim();
  return /^-?\d{1,15}(?:[.,]\d{1,10})?$/.test(digits) ? Number(digits.replace(',', '.')) : NaN;
}

function missingAnswers(
  questionnaire: Questionnaire,
  answers: Answers,
  problems: readonly AnswerProblem[],
): AnswerProblem[] {
  const faulty = new Set(problems.map((problem) => problem.item));
  return shownItems(questionnaire, answers)
    .filter((item) => item.required && !Object.hasOwn(answers, item.id) && !faulty.has(item.id))
    .map((item) => ({ item: item.id, code: 'required' as const, facts: {} }));
}

function isEmpty(raw: unknown): boolean {
  if (raw === undefined || raw === null) return true;
  if (typeof raw === 'string') return raw.trim() === '';
  return Array.isArray(raw) && raw.length === 0;
}
