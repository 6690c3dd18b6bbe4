import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lineInJson } from '#platform/datafiles/placeInJson.ts';
import { readPlan } from './readPlan.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-plan-'));
const file = path.join(folder, 'plan.json');
afterAll(() => rmSync(folder, { recursive: true }));

function read(content: string) {
  writeFileSync(file, content);
  return readPlan(file);
}

describe('a plan', () => {
  it('needs no more than what it asks, and is filled up with habits', () => {
    expect(read('{ "scales": [{ "name": "agree", "items": ["A1", "A2"] }] }')).toEqual({
      scales: [{ name: 'agree', items: ['A1', 'A2'], minimumAnswered: 0.5 }],
      correlations: [],
      regressions: [],
      tests: [],
      level: 0.95,
    });
  });

  it.each([
    ['is not there', undefined, 'cannot be opened. Is the path right'],
    ['is empty', ' ', 'plan.json, line 1, column "1": the plan is empty.'],
    [
      'is not JSON',
      '{\n "scales": [\n  { "name": "a" "items": [] }\n ]\n}',
      'plan.json, line 3, column "17": this is not JSON from here on. Look for a missing comma',
    ],
    ['ends too soon', '{ "scales": [', 'plan.json, line 1, column "14": this is not JSON from here on.'],
    ['is a list', '[]', 'plan.json, line 1: this must be an object between braces.'],
    [
      'has an unknown field',
      '{\n "scales": [],\n "corelations": []\n}',
      'plan.json, line 3, column "corelations": there is no such field in a plan. Look at the spelling, or take it out.',
    ],
    [
      'has an unknown field deep inside',
      '{ "scales": [\n {"name": "a", "items": ["x", "y"]},\n {"name": "b", "items": ["x", "y"],\n  "reversed": ["x"]} ] }',
      'plan.json, line 4, column "scales[1].reversed": there is no such field',
    ],
    [
      'has a scale of one item',
      '{ "scales": [\n { "name": "a", "items": ["x"] } ] }',
      'plan.json, line 2, column "scales[0].items": a scale needs two items or more; use one item by its own name.',
    ],
    [
      'names an item twice',
      '{ "scales": [ { "name": "a", "items": ["x", "x"] } ] }',
      'column "scales[0].items": "x" stands twice.',
    ],
    [
      'reverses what is no item',
      '{ "scales": [ { "name": "a", "items": ["x", "y"], "reverse": ["z"], "min": 1, "max": 5 } ] }',
      'column "scales[0].reverse": "z" is not one of the items.',
    ],
    [
      'reverses without the ends of the answer scale',
      '{ "scales": [ { "name": "a", "items": ["x", "y"], "reverse": ["x"] } ] }',
      'turning items round needs "min" and "max"',
    ],
    [
      'has its ends the wrong way round',
      '{ "scales": [ { "name": "a", "items": ["x", "y"], "min": 5, "max": 1 } ] }',
      'column "scales[0].max": "max" must be larger than "min".',
    ],
    [
      'forgets a field',
      '{ "regressions": [ { "blocks": [["x"]] } ] }',
      'column "regressions[0].outcome": this field is missing. It must be words between quotes.',
    ],
    [
      'asks an unknown method',
      '{ "correlations": [ { "method": "tetrachoric", "variables": ["x", "y"] } ] }',
      'column "correlations[0].method": this value is not known. Write one of: pearson, spearman, kendall.',
    ],
    [
      'asks an unknown test',
      '{ "tests": [ { "kind": "z-test" } ] }',
      'column "tests[0].kind": there is no such kind of test. Write one of: paired-t, wilcoxon,',
    ],
    [
      'names a predictor twice',
      '{ "regressions": [ { "outcome": "y", "blocks": [["x"], ["x"]] } ] }',
      '"x" stands twice in this regression',
    ],
    [
      'has words for a number',
      '{ "scales": [ { "name": "a", "items": ["x", "y"], "minimumAnswered": "half" } ] }',
      'column "scales[0].minimumAnswered": this must be a number.',
    ],
    [
      'asks clusters without naming them',
      '{ "regressions": [ { "outcome": "y", "blocks": [["x"]], "robust": "cluster" } ] }',
      'it needs "cluster" in the plan',
    ],
    [
      'names two scales alike',
      '{ "scales": [ { "name": "a", "items": ["x", "y"] },\n { "name": "a", "items": ["x", "z"] } ] }',
      'plan.json, line 2, column "scales[1].name": "a" is a scale already.',
    ],
  ])('that %s is refused in one line', (_what, content, message) => {
    const attempt = () => (content === undefined ? readPlan('/nowhere/plan.json') : read(content));
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(/^[^\n]+$/);
  });
});

describe('the line of a part of a plan', () => {
  it('is found past strings with brackets and quotes', () => {
    const text = '{ "a": "]}\\"[",\n "b": [ 1, {"c": [[2]],\n "d": 3 } ] }';
    expect(lineInJson(text, ['b', 1, 'd'])).toBe(3);
    expect(lineInJson(text, ['b'])).toBe(2);
    expect(lineInJson(text, [])).toBe(1);
  });

  it('is that of the nearest holder when the part is not there', () => {
    expect(lineInJson('{\n "a": [\n  {} ] }', ['a', 0, 'b'])).toBe(3);
  });
});
