import { z } from 'zod';
import type { Localised } from '#shared/localised.ts';
import { definitionProblems } from './rules/consistency.ts';
import type { Condition, Questionnaire } from './rules/questionnaire.ts';

const text = z.string().trim().min(1).max(2000);
const id = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9_]*(?:\.[a-zA-Z0-9_]+)*$/)
  .max(80);
const optionValue = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_+-]*$/)
  .max(40);

/** A text in all four languages, none of them empty. */
export const LocalisedInput: z.ZodType<Localised> = z.strictObject({ nl: text, en: text, fr: text, de: text });

const ConditionInput: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ item: id, oneOf: z.array(z.string().max(80)).min(1) }),
    z.strictObject({ all: z.array(ConditionInput).min(1) }),
    z.strictObject({ any: z.array(ConditionInput).min(1) }),
    z.strictObject({ not: ConditionInput }),
  ]),
);

const itemBase = {
  id,
  text: LocalisedInput,
  example: LocalisedInput.optional(),
  required: z.boolean(),
  formerIds: z.array(id).optional(),
  showWhen: ConditionInput.optional(),
};

const ItemInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), scale: id, ...itemBase }),
  z.strictObject({ kind: z.literal('several'), scale: id, most: z.int().min(1).optional(), ...itemBase }),
  z.strictObject({
    kind: z.literal('number'),
    minimum: z.number(),
    maximum: z.number(),
    whole: z.boolean(),
    ...itemBase,
  }),
  z.strictObject({ kind: z.literal('text'), maximumLength: z.int().min(1).max(20_000), ...itemBase }),
]);

const OptionInput = z.strictObject({
  value: optionValue,
  label: LocalisedInput,
  unknown: z.boolean().optional(),
  formerValues: z.array(optionValue).optional(),
});

/** A whole version of a questionnaire, each field and the references between them. */
export const QuestionnaireInput = z
  .strictObject({
    id,
    version: z.int().min(1),
    status: z.enum(['draft', 'published']),
    title: LocalisedInput,
    scales: z.array(z.strictObject({ id, options: z.array(OptionInput).min(2).max(100) })).max(100),
    sections: z
      .array(
        z.strictObject({
          id,
          title: LocalisedInput,
          intro: LocalisedInput.optional(),
          items: z.array(ItemInput).max(200),
        }),
      )
      .min(1)
      .max(50),
  })
  .superRefine((questionnaire, context) => {
    // zod makes optional fields `T | undefined`; the shape is the same.
    for (const problem of definitionProblems(questionnaire as Questionnaire)) {
      context.addIssue({
        code: 'custom',
        message: problem.code,
        params: { where: problem.where },
        path: [problem.where],
      });
    }
  });

/**
 * Answers as they come from a form, the API or a file: only the outer shape. Which values fit which item is for
 * `checkAnswers`, which reports per item and loses nothing that was right.
 */
export const AnswersInput = z
  .record(z.string().max(80), z.union([z.string().max(20_000), z.number(), z.array(z.string().max(200)).max(200)]))
  .refine((answers) => Object.keys(answers).length <= 1000, 'too_many_answers');
