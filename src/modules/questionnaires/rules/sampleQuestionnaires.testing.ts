import fc from 'fast-check';
import type { Localised } from '#shared/localised.ts';
import type { Answers, AnswerValue, Item, Questionnaire, Scale } from './questionnaire.ts';

/** Questionnaires for tests: small, made of a pool of facts, each of which may be asked under another id in a later version. */

export const words = (text: string): Localised => ({ nl: text, en: text, fr: text, de: text });

export const yesNo: Scale = {
  id: 'yesNo',
  options: [
    { value: 'yes', label: words('ja') },
    { value: 'no', label: words('nee') },
    { value: 'unknown', label: words('weet ik niet'), unknown: true },
  ],
};

export const days: Scale = {
  id: 'days',
  options: ['mon', 'tue', 'wed'].map((value) => ({ value, label: words(value) })),
};

export function choice(id: string, more: Partial<Item> = {}): Item {
  return { id, kind: 'choice', scale: 'yesNo', text: words(id), required: true, ...more } as Item;
}

export function questionnaire(items: readonly Item[], more: Partial<Questionnaire> = {}): Questionnaire {
  return {
    id: 'sample',
    version: 1,
    status: 'published',
    title: words('sample'),
    scales: [yesNo, days],
    sections: [{ id: 'only', title: words('only'), items }],
    ...more,
  };
}

const facts = ['a', 'b', 'c', 'd', 'e', 'f'];

/** An item for each fact, of a kind that belongs to the fact. */
function itemFor(fact: string, id: string, formerIds: readonly string[]): Item {
  const base = { id, text: words(fact), required: true, formerIds };
  if (fact === 'a' || fact === 'b') return { ...base, kind: 'choice', scale: 'yesNo' };
  if (fact === 'c') return { ...base, kind: 'several', scale: 'days' };
  if (fact === 'd' || fact === 'e') return { ...base, kind: 'number', minimum: 0, maximum: 100, whole: true };
  return { ...base, kind: 'text', maximumLength: 20 };
}

export interface History {
  readonly versions: readonly Questionnaire[];
  /** For each version: the id under which it asks for a fact. */
  readonly idOf: readonly ReadonlyMap<string, string>[];
}

/** Three versions of one questionnaire in which facts come, go, come back, move and get new names. */
export const histories: fc.Arbitrary<History> = fc
  .array(fc.record({ order: fc.shuffledSubarray(facts, { minLength: 1 }), renamed: fc.subarray(facts) }), {
    minLength: 3,
    maxLength: 3,
  })
  .map((steps) => {
    const names = new Map<string, string[]>(facts.map((fact) => [fact, [fact]]));
    const idOf: Map<string, string>[] = [];
    const versions = steps.map((step, index) => {
      for (const fact of index === 0 ? [] : step.renamed) names.get(fact)!.unshift(`${fact}${index + 1}`);
      idOf.push(new Map(step.order.map((fact) => [fact, names.get(fact)![0]!])));
      const items = step.order.map((fact) => itemFor(fact, names.get(fact)![0]!, names.get(fact)!.slice(1)));
      return questionnaire(items, { version: index + 1 });
    });
    return { versions, idOf };
  });

const values: Readonly<Record<string, fc.Arbitrary<AnswerValue>>> = {
  a: fc.constantFrom('yes', 'no', 'unknown'),
  b: fc.constantFrom('yes', 'no', 'unknown'),
  c: fc.constantFrom(['mon'], ['mon', 'wed'], ['tue', 'wed']),
  d: fc.integer({ min: 0, max: 100 }),
  e: fc.integer({ min: 0, max: 100 }),
  f: fc.constantFrom('brood', 'taart en koffie'),
};

/** What somebody knows, by fact: some facts, not always all. */
export const knowledge: fc.Arbitrary<Record<string, AnswerValue>> = fc.record(values, {
  requiredKeys: [],
}) as fc.Arbitrary<Record<string, AnswerValue>>;

/** The answers that somebody with this knowledge gives to the first version. */
export function answersTo(idOf: ReadonlyMap<string, string>, known: Readonly<Record<string, AnswerValue>>): Answers {
  const pairs = [...idOf]
    .filter(([fact]) => Object.hasOwn(known, fact))
    .map(([fact, id]) => [id, known[fact]!] as const);
  return Object.fromEntries(pairs);
}
