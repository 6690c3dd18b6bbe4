import { createConfig, lintFromString } from '@redocly/openapi-core';
import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import type { DescribedOperations } from '#platform/server/api/described.ts';
import { inputSchema } from '#platform/server/api/inputSchema.ts';
import { openApiDocument, pathOf, type OpenApiDocument } from '#platform/server/api/openapi.ts';
import { allOperations } from '#platform/server/operation.ts';
import described from '../../src/modules/interface/described/described.json' with { type: 'json' };

let document: OpenApiDocument;

beforeAll(() => {
  document = openApiDocument(allOperations(), described, '1.0.0');
});

interface Method {
  readonly operationId: string;
  readonly responses: { readonly 200: { readonly content: Readonly<Record<string, { readonly schema: object }>> } };
  readonly [part: string]: unknown;
}

const methodsOf = (path: string) => document.paths[path] as unknown as Readonly<Record<string, Method>>;

describe('the description of the interface', () => {
  test('is an OpenAPI 3.1 document by the rules of the standard', async () => {
    const problems = await lintFromString({
      source: JSON.stringify(document),
      absoluteRef: '/openapi.json',
      config: await createConfig({
        rules: { struct: 'error', 'no-unresolved-refs': 'error', 'spec-components-invalid-map-name': 'error' },
      }),
    });
    expect(problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([]);
  });

  test('holds every operation, by the methods it takes', () => {
    for (const { name, kind } of allOperations())
      expect(Object.keys(methodsOf(pathOf(name))).sort(), name).toEqual(
        kind === 'command' ? ['post'] : ['get', 'post'],
      );
    expect(Object.keys(document.paths)).toHaveLength(allOperations().length);
  });

  test('names every call once', () => {
    const ids = Object.keys(document.paths).flatMap((path) =>
      Object.values(methodsOf(path)).map((one) => one.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('refers to nothing that is not there', () => {
    const text = JSON.stringify(document);
    for (const [, pointer] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = pointer!
        .split('/')
        .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], document);
      expect(found, pointer).toBeDefined();
    }
  });

  test('says of every result what it looks like (mend it with: npm run generate)', () => {
    for (const { name } of allOperations()) {
      expect(described.operations, name).toHaveProperty([name]);
      for (const { responses } of Object.values(methodsOf(pathOf(name))))
        expect(Object.values(responses[200].content).length, name).toBeGreaterThan(0);
    }
  });

  test('says of every operation in words what it does', () => {
    const silent = Object.entries(described.operations).filter(
      ([name, { summary }]) => summary === name || summary.length < 8,
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  test('has one way to go through a long list: `after` goes in, `next` comes out', () => {
    const goesOn = allOperations().filter(({ input }) => 'after' in (propertiesOf(inputSchema(input)) ?? {}));
    expect(goesOn.map(({ name }) => name)).toContain('recruitment.listLeads');
    for (const { name } of goesOn) {
      const next = propertiesOf(resultOf(name))?.['next'] as { type?: unknown } | undefined;
      expect(next?.type, `${name} takes «after», so it must give «next» (a text, or null at the end)`).toEqual([
        'string',
        'null',
      ]);
    }
  });
});

function propertiesOf(schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  return schema['properties'] as Readonly<Record<string, unknown>> | undefined;
}

function resultOf(name: string): Readonly<Record<string, unknown>> {
  const { operations, schemas } = described as unknown as DescribedOperations;
  const result = operations[name]?.result ?? {};
  return schemas[String(result['$ref']).replace('#/components/schemas/', '')] ?? result;
}
