import { itemsOf, type Questionnaire } from '#modules/questionnaires/index.ts';
import type { ScoringModel } from './model.ts';
import { isKnown, statementAnswers, type GivenAnswers } from './score.ts';

/** The section with the questions about who answers; it comes first and holds no statements. */
export const aboutPart = 'about';
/** Between the first statements and the rest: the first picture. It asks nothing. */
export const firstPart = 'first';
/** After the last statement: what is still open, the name of the enterprise, the button that sends. */
export const checkPart = 'check';

/**
 * What the scan shows one after the other: the sections, with the first picture after the statements that are asked first,
 * and the check at the end.
 */
export function partsOf(questionnaire: Questionnaire, model: ScoringModel): string[] {
  const parts = questionnaire.sections.map((section) => section.id);
  const opening = questionnaire.sections.findIndex(({ items }) =>
    model.firstStatements.every((id) => items.some((item) => item.id === id)),
  );
  if (opening >= 0) parts.splice(opening + 1, 0, firstPart);
  return [...parts, checkPart];
}

/** The statements in the order in which they are asked; their place in this row is the number that people see. */
export function statementOrder(questionnaire: Questionnaire, model: ScoringModel): string[] {
  const scored = new Set(model.statements.map(({ id }) => id));
  return itemsOf(questionnaire).flatMap(({ id }) => (scored.has(id) ? [id] : []));
}

export interface Move {
  /** The part that was on the screen. */
  readonly at: string;
  /** `on`, `back`, `stay`, or the id of a statement or part to go to. Anything else is `stay`. */
  readonly go: string;
  /** Whether there is a first picture to show. */
  readonly pictureReady: boolean;
}

/** Which part comes next. Without a first picture that stop is passed over, and it is never gone back to. */
export function nextPart(questionnaire: Questionnaire, model: ScoringModel, { at, go, pictureReady }: Move): string {
  const parts = partsOf(questionnaire, model);
  const here = parts.includes(at) ? at : aboutPart;
  const target = questionnaire.sections.find(({ id, items }) => id === go || items.some((item) => item.id === go));
  if (target) return target.id;
  if (go === checkPart) return checkPart;
  const asked = parts.filter((part) => part === here || part !== firstPart || (go === 'on' && pictureReady));
  const place = asked.indexOf(here);
  if (go === 'on') return asked[Math.min(place + 1, asked.length - 1)]!;
  return go === 'back' ? asked[Math.max(place - 1, 0)]! : here;
}

/** Statements without any answer ("I don't know" is one), in the order in which they are asked. */
export function openStatements(questionnaire: Questionnaire, model: ScoringModel, given: GivenAnswers): string[] {
  const answers = statementAnswers(model, given);
  return statementOrder(questionnaire, model).filter((id) => !(id in answers));
}

/** Whether there are enough known answers for a result. */
export function enoughKnown(model: ScoringModel, given: GivenAnswers): boolean {
  return Object.values(statementAnswers(model, given)).filter(isKnown).length >= model.fewestKnown;
}

/** Fields of a form, as they were decoded: `{context: {change: 'mostly'}}` becomes `{'context.change': 'mostly'}`. */
export function flatAnswers(fields: unknown): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return flat;
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) flat[name] = value;
    else for (const [part, inner] of Object.entries(value)) flat[`${name}.${part}`] = inner;
  }
  return flat;
}
