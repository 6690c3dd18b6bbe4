import { itemsOf, type Answers, type Condition, type Item, type Questionnaire } from './questionnaire.ts';

/** Whether a condition holds for these answers. An item without an answer is never "one of". */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  if ('not' in condition) return !holds(condition.not, answers);
  const answer = Object.hasOwn(answers, condition.item) ? answers[condition.item] : undefined;
  if (answer === undefined) return false;
  const given = typeof answer === 'object' ? answer : [String(answer)];
  return given.some((value) => condition.oneOf.includes(value));
}

/** The items that these answers call for, in order. The answer of a hidden item fulfils no condition of a later one. */
export function shownItems(questionnaire: Questionnaire, answers: Answers): Item[] {
  const seen: Record<string, Answers[string]> = {};
  const shown: Item[] = [];
  for (const item of itemsOf(questionnaire)) {
    if (item.showWhen && !holds(item.showWhen, seen)) continue;
    shown.push(item);
    const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
    if (answer !== undefined) seen[item.id] = answer;
  }
  return shown;
}

/** The ids that a condition looks at. */
export function itemsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(itemsIn);
  if ('any' in condition) return condition.any.flatMap(itemsIn);
  if ('not' in condition) return itemsIn(condition.not);
  return [condition.item];
}
