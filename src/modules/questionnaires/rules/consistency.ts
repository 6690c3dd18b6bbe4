import { itemsIn } from './conditions.ts';
import { itemsOf, type Item, type Questionnaire } from './questionnaire.ts';

/** A fault in a definition. `where` is the id of the scale, section or item. */
export interface DefinitionProblem {
  readonly code:
    | 'id_twice'
    | 'former_id_in_use'
    | 'no_such_scale'
    | 'option_twice'
    | 'too_few_options'
    | 'condition_not_earlier'
    | 'condition_not_an_option'
    | 'limits_crossed'
    | 'empty_section';
  readonly where: string;
}

/** The faults that a form cannot see field by field: ids used twice, references to nothing, conditions that look ahead. */
export function definitionProblems(questionnaire: Questionnaire): DefinitionProblem[] {
  const items = itemsOf(questionnaire);
  return [
    ...twice(questionnaire.scales.map((scale) => scale.id)),
    ...twice(questionnaire.sections.map((section) => section.id)),
    ...twice(items.map((item) => item.id)),
    ...formerIdsInUse(items),
    ...questionnaire.scales.flatMap(scaleProblems),
    ...questionnaire.sections
      .filter((section) => section.items.length === 0)
      .map(({ id }) => ({ code: 'empty_section' as const, where: id })),
    ...items.flatMap((item, index) => itemProblems(questionnaire, item, items.slice(0, index))),
  ];
}

function twice(ids: readonly string[]): DefinitionProblem[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((where) => ({ code: 'id_twice', where }));
}

function formerIdsInUse(items: readonly Item[]): DefinitionProblem[] {
  const used = new Set(items.map((item) => item.id));
  const former = items.flatMap((item) => item.formerIds ?? []);
  const clashes = former.filter((id, index) => used.has(id) || former.indexOf(id) !== index);
  return clashes.map((where) => ({ code: 'former_id_in_use', where }));
}

function scaleProblems(scale: Questionnaire['scales'][number]): DefinitionProblem[] {
  const values = scale.options.flatMap((option) => [option.value, ...(option.formerValues ?? [])]);
  const problems: DefinitionProblem[] = [];
  if (new Set(values).size !== values.length) problems.push({ code: 'option_twice', where: scale.id });
  if (scale.options.filter((option) => !option.unknown).length < 2)
    problems.push({ code: 'too_few_options', where: scale.id });
  return problems;
}

function itemProblems(questionnaire: Questionnaire, item: Item, earlier: readonly Item[]): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  if (
    (item.kind === 'choice' || item.kind === 'several') &&
    !questionnaire.scales.some((scale) => scale.id === item.scale)
  ) {
    problems.push({ code: 'no_such_scale', where: item.id });
  }
  if (item.kind === 'number' && item.minimum > item.maximum) problems.push({ code: 'limits_crossed', where: item.id });
  if (item.showWhen) problems.push(...conditionProblems(questionnaire, item, earlier));
  return problems;
}

function conditionProblems(questionnaire: Questionnaire, item: Item, earlier: readonly Item[]): DefinitionProblem[] {
  const condition = item.showWhen!;
  // Only items asked before can decide: otherwise an answer would make a question above it appear.
  if (itemsIn(condition).some((id) => !earlier.some((candidate) => candidate.id === id))) {
    return [{ code: 'condition_not_earlier', where: item.id }];
  }
  return pairs(condition).every(([id, value]) => isPossible(questionnaire, earlier, id, value))
    ? []
    : [{ code: 'condition_not_an_option', where: item.id }];
}

function pairs(condition: NonNullable<Item['showWhen']>): [string, string][] {
  if ('all' in condition) return condition.all.flatMap(pairs);
  if ('any' in condition) return condition.any.flatMap(pairs);
  if ('not' in condition) return pairs(condition.not);
  return condition.oneOf.map((value) => [condition.item, value]);
}

function isPossible(questionnaire: Questionnaire, earlier: readonly Item[], id: string, value: string): boolean {
  const item = earlier.find((candidate) => candidate.id === id);
  if (!item || item.kind === 'number' || item.kind === 'text') return true;
  const scale = questionnaire.scales.find((candidate) => candidate.id === item.scale);
  return scale?.options.some((option) => option.value === value) ?? true;
}
