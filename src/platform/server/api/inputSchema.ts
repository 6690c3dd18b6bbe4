import { z } from 'zod';
import type { JsonSchema } from './described.ts';

/**
 * The input of an operation as JSON Schema, from the same schema that checks it. A field is required when leaving it out is
 * refused: the schema is asked, since a builder for forms may take nothing for an answer.
 */
export function inputSchema(schema: z.ZodType): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema instanceof z.ZodObject) {
        const required = Object.entries(zodSchema.shape)
          .filter(([, field]) => !z.safeParse(field as z.ZodType, undefined).success)
          .map(([name]) => name);
        if (required.length > 0) jsonSchema.required = required;
        else delete jsonSchema.required;
      }
      // A format says it; the pattern behind it is for machines that know no formats.
      if (jsonSchema.format === 'uuid' || jsonSchema.format === 'email') delete jsonSchema.pattern;
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      // A form sends a number as text, which is nobody else's concern.
      if (jsonSchema.type === 'number') {
        delete jsonSchema.anyOf;
        if (jsonSchema.multipleOf === 1) Object.assign(jsonSchema, { type: 'integer', multipleOf: undefined });
      }
    },
  }) as Record<string, unknown>;
  delete made['$schema'];
  return made['type'] === 'object' ? made : { type: 'object', ...made };
}
