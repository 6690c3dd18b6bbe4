import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldsOf, sampleOf, type Schema } from './sample.ts';

const leaf: fc.Arbitrary<Schema> = fc.constantFrom<Schema>(
  { type: 'string' },
  { type: 'string', format: 'date' },
  { type: ['integer', 'null'], minimum: 3 },
  { type: 'boolean' },
  { enum: ['a', 'b'] },
  { const: 'x' },
  { $ref: '#/components/schemas/Named' },
);
const { schema } = fc.letrec<{ schema: Schema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    leaf,
    tie('schema').map((items): Schema => ({ type: 'array', items })),
    fc
      .dictionary(fc.stringMatching(/^[a-z]{1,4}$/), tie('schema'), { maxKeys: 3 })
      .map((properties): Schema => ({ type: 'object', properties, required: Object.keys(properties) })),
  ),
}));
const schemas = { Named: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] } };

test('what is shown as an answer fits its own description', () => {
  fc.assert(
    fc.property(schema, (one) => {
      const whole = JSON.parse(
        JSON.stringify({ ...one, $defs: schemas }).replaceAll('#/components/schemas/', '#/$defs/'),
      );
      expect(z.fromJSONSchema(whole).safeParse(sampleOf(one, schemas)).success).toBe(true);
    }),
  );
});

test('a shape that holds itself ends somewhere', () => {
  const itself = {
    Piece: { type: 'object', properties: { parts: { type: 'array', items: { $ref: '#/components/schemas/Piece' } } } },
  };
  expect(JSON.stringify(sampleOf(itself.Piece, itself)).length).toBeLessThan(200);
  expect(fieldsOf(itself.Piece, itself).length).toBeLessThan(10);
});

test('fields stand under the one that holds them, with what may be filled in', () => {
  const fields = fieldsOf(
    {
      type: 'object',
      required: ['plan'],
      properties: {
        plan: {
          type: 'object',
          properties: {
            goals: {
              type: 'array',
              items: { type: 'object', properties: { title: { type: 'string', maxLength: 200 } } },
            },
          },
        },
      },
    },
    {},
  );
  expect(fields.map(({ path, type, depth, required, limit }) => [path, type, depth, required, limit])).toEqual([
    ['plan', 'object', 0, true, null],
    ['plan/goals', 'object[]', 1, false, null],
    ['plan/goals/…/title', 'string', 2, false, '≤ 200'],
  ]);
});
