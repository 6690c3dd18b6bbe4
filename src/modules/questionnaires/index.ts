export { checkAnswer, checkAnswers } from './rules/answers.ts';
export type { AnswerProblem, AnswerProblemCode, CheckedAnswers } from './rules/answers.ts';
export { holds, shownItems } from './rules/conditions.ts';
export { definitionProblems } from './rules/consistency.ts';
export type { DefinitionProblem } from './rules/consistency.ts';
export { hashedContent } from './rules/content.ts';
export { migrateAnswers } from './rules/migration.ts';
export type { MigratedAnswers } from './rules/migration.ts';
export { findItem, itemsOf, optionsOf } from './rules/questionnaire.ts';
export type {
  Answers,
  AnswerValue,
  ChoiceItem,
  Condition,
  Item,
  NumberItem,
  Option,
  Questionnaire,
  Scale,
  Section,
  SeveralItem,
  TextItem,
} from './rules/questionnaire.ts';
export { AnswersInput, LocalisedInput, QuestionnaireInput } from './inputs.ts';
