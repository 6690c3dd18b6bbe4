import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { createToken } from '#modules/interface/server/operations.ts';
import { allScopes } from '#platform/server/api/scopeList.ts';
import { inputOfCase } from '#modules/eligibility/cases/inputOfCase.testing.ts';
import { refusedCases, table } from '#modules/eligibility/cases/table.testing.ts';
import { as, caseWorld, type CaseWorld } from '#modules/eligibility/server/caseWorld.testing.ts';
import { callApi } from '../api/caller.ts';
import { useOwnDatabase } from '../support/database.ts';

useOwnDatabase();
let world: CaseWorld;
let tokens: readonly string[];
let calls = 0;

beforeAll(async () => {
  world = await caseWorld('eligibility');
  // A token has so many calls a minute.
  tokens = await Promise.all(
    Array.from({ length: 4 }, async (_, at) => {
      const made = await createToken.call(as(world.colleague), { name: `proef ${at}`, scopes: allScopes(), days: 1 });
      return made.token;
    }),
  );
});

const tryOut = (given: unknown) =>
  callApi('eligibility/tryOut', {
    token: tokens[calls++ % tokens.length],
    body: JSON.parse(JSON.stringify({ trajectory: world.trajectory, ...inputOfCase(given) })),
  });

describe('a case of the table, sent by a program', () => {
  test.each(table)('$name', async ({ given, answer, because = [] }) => {
    const { status, body } = await tryOut(given);
    expect(body).toMatchObject({ answer });
    expect(status).toBe(200);
    expect(body.answer.reasons.map(({ code }: { code: string }) => code)).toEqual(expect.arrayContaining([...because]));
  });
});

/** Where a field of a case stands in the input of the operation. */
function pointerOf(field: string, given: unknown): string {
  const ids = Object.keys((given as { enterprises: object }).enterprises);
  const path = field
    .replace(/\[(\d+)\]/g, '.$1')
    .replace(/^enterprises\.A\.periods$/, 'periods.0.headcount')
    .replace(/^enterprises\.A\.periods/, 'periods')
    .replace(/^enterprises\.(\w+)/, (_, id: string) => `members.${ids.indexOf(id)}`)
    .replace(/^(members|holdings|events|subject)/, 'group.$1')
    .replace(/^aid/, 'declaredAid')
    .replace(/turnover$/, 'turnoverCents')
    .replace(/type$/, 'kind');
  return `#/${path.replaceAll('.', '/')}`;
}

/**
 * What only a file can get wrong: here the day and the programme come from the case, fields that we do not know are left
 * aside, and a period of which only the year is given counts as empty.
 */
const onlyInFiles = [
  'a period twice',
  'no day',
  'a programme that we do not know',
  'no subject',
  'holdings that are no list',
  'a slip in the name of the holdings',
  'a slip in the name of a figure',
  'something that is no object',
];

describe('what cannot be decided on is refused at its field, with what helps', () => {
  test.each(refusedCases.filter(({ name }) => !onlyInFiles.includes(name)))('$name', async ({ given, field }) => {
    const { status, body } = await tryOut(given);
    expect(status).toBe(422);
    const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toContain(pointerOf(field, given));
    for (const { detail } of body.errors) expect(detail).toMatch(/[.?]$/);
  });
});
