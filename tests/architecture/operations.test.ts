import { describe, expect, test } from 'vitest';
import { texts } from '#modules/interface/text/index.ts';
import '#modules/operations.server.ts';
import { allOperations } from '#platform/server/operation.ts';
import { rolesWith } from '#platform/server/permissions.ts';

const operations = allOperations();

describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
  test('is named module.verbNoun', () => {
    expect(name).toMatch(/^[a-z-]+\.[a-z][A-Za-z]+$/);
  });

  test('says who may call it', () => {
    const { needs } = operation;
    if (typeof needs === 'string') expect(rolesWith(needs), `nobody holds ${needs}`).not.toHaveLength(0);
    else expect(needs.public.length).toBeGreaterThan(20);
  });

  test('leaves a line in the trail, or says why not', () => {
    if (typeof operation.audited === 'string') expect(operation.audited.length).toBeGreaterThan(10);
    else expect(operation.audited).toBe(true);
  });
});

test('every module with operations has a name for people, where they choose what a program may do', () => {
  const modules = new Set(operations.map(({ name }) => name.split('.')[0]!));
  expect([...modules].filter((module) => !(`module.${module}` in texts.catalogs.nl))).toEqual([]);
});
