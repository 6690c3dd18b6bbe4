import { describe, expect, it } from 'vitest';
import { holds, itemsIn, shownItems } from './conditions.ts';
import type { Condition } from './questionnaire.ts';
import { choice, questionnaire } from './sampleQuestionnaires.testing.ts';

const yes = (item: string): Condition => ({ item, oneOf: ['yes'] });

describe('holds', () => {
  it('combines all, any and not', () => {
    expect(holds({ all: [yes('a'), { not: yes('b') }] }, { a: 'yes', b: 'no' })).toBe(true);
    expect(holds({ any: [yes('a'), yes('b')] }, { b: 'yes' })).toBe(true);
    expect(holds({ any: [yes('a'), yes('b')] }, {})).toBe(false);
  });

  it('looks at each ticked option and at numbers as they are written', () => {
    expect(holds({ item: 'days', oneOf: ['tue'] }, { days: ['mon', 'tue'] })).toBe(true);
    expect(holds({ item: 'count', oneOf: ['3'] }, { count: 3 })).toBe(true);
  });

  it('is not fooled by names that every object has', () => {
    expect(holds({ item: 'constructor', oneOf: ['yes'] }, {})).toBe(false);
  });

  it('names the items that it looks at', () => {
    expect(itemsIn({ all: [yes('a'), { any: [yes('b'), { not: yes('c') }] }] })).toEqual(['a', 'b', 'c']);
  });
});

describe('shownItems', () => {
  it('does not let the old answer of a hidden item show a later one', () => {
    const chain = questionnaire([
      choice('a'),
      choice('b', { showWhen: yes('a') }),
      choice('c', { showWhen: yes('b') }),
    ]);
    expect(shownItems(chain, { a: 'no', b: 'yes' }).map((item) => item.id)).toEqual(['a']);
    expect(shownItems(chain, { a: 'yes', b: 'yes' }).map((item) => item.id)).toEqual(['a', 'b', 'c']);
  });
});
