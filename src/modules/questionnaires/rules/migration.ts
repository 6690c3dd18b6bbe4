import { checkAnswer } from './answers.ts';
import { shownItems } from './conditions.ts';
import {
  findItem,
  itemsOf,
  optionsOf,
  type Answers,
  type AnswerValue,
  type Item,
  type Questionnaire,
} from './questionnaire.ts';

export interface MigratedAnswers {
  /**
   * The answers in terms of the new version, together with those that only the old one knew. Nothing is forgotten: a later
   * version that asks for that fact again finds it here, and `checkAnswers` ignores what its version does not know.
   */
  readonly answers: Answers;
  /** Items of the new version that somebody still has to answer: shown, and not known. */
  readonly toAsk: readonly string[];
  /** Items whose known answer does not fit any more (an option is gone, a limit moved): the old answer can be shown with the question. */
  readonly toConfirm: readonly { readonly item: string; readonly formerAnswer: AnswerValue }[];
  /** Items of the old version that the new one does not have. Their answers are kept. */
  readonly retired: readonly string[];
}

/**
 * Carries answers from one version of a questionnaire to a later one. Items and options are matched by their stable id, or by
 * the former ids that the new version names. A fact that is known and still fits is never asked again.
 */
export function migrateAnswers(from: Questionnaire, to: Questionnaire, answers: Answers): MigratedAnswers {
  if (from.id !== to.id) throw new Error(`Answers to ${from.id} cannot move to ${to.id}: they are two questionnaires`);
  const migrated: Record<string, AnswerValue> = { ...answers };
  const toConfirm: { item: string; formerAnswer: AnswerValue }[] = [];
  for (const item of itemsOf(to)) {
    const source = [item.id, ...(item.formerIds ?? [])].find((id) => Object.hasOwn(answers, id));
    if (source === undefined) continue;
    const former = answers[source]!;
    if (source !== item.id) delete migrated[source];
    const checked = checkAnswer(to, item, withNewValues(to, item, former));
    if ('value' in checked) {
      migrated[item.id] = checked.value;
    } else {
      delete migrated[item.id];
      toConfirm.push({ item: item.id, formerAnswer: former });
    }
  }
  const named = new Set(itemsOf(to).flatMap((item) => [item.id, ...(item.formerIds ?? [])]));
  return {
    answers: migrated,
    toAsk: shownItems(to, migrated)
      .map((item) => item.id)
      .filter((id) => !Object.hasOwn(migrated, id)),
    toConfirm,
    retired: Object.keys(answers).filter((id) => findItem(from, id) !== undefined && !named.has(id)),
  };
}

function withNewValues(to: Questionnaire, item: Item, former: AnswerValue): AnswerValue {
  const options = optionsOf(to, item);
  const renamed = (value: string): string =>
    options.some((option) => option.value === value)
      ? value
      : (options.find((option) => option.formerValues?.includes(value))?.value ?? value);
  if (typeof former === 'string') return item.kind === 'text' ? former : renamed(former);
  return typeof former === 'number' ? former : former.map(renamed);
}
