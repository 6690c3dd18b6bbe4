import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeEdits, sameJson } from './mergeEdits.ts';
import { beginLive, choose, takeIn, valueAt } from './mergeLive.ts';

interface Plan {
  readonly goals: readonly { readonly id: string; readonly title: string; readonly why: string }[];
  readonly effects: readonly string[];
  readonly remark: string;
  readonly cost: { readonly rate: string };
}

const word = fc.constantFrom('', 'a', 'b', 'c');
const plan: fc.Arbitrary<Plan> = fc.record({
  goals: fc.uniqueArray(fc.record({ id: fc.constantFrom('g1', 'g2', 'g3'), title: word, why: word }), {
    selector: ({ id }) => id,
    maxLength: 3,
  }),
  effects: fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
  remark: word,
  cost: fc.record({ rate: word }),
});
/** What somebody types in turns with what others save. */
const story = fc.array(fc.record({ typed: fc.option(plan, { nil: undefined }), saved: plan }), {
  minLength: 1,
  maxLength: 5,
});

function live(first: Plan, turns: readonly { typed: Plan | undefined; saved: Plan }[]) {
  let state = beginLive({ version: 1, value: first });
  let value = first;
  for (const [at, { typed, saved }] of turns.entries()) {
    value = typed ?? value;
    ({ live: state, value } = takeIn(state, value, { version: at + 2, value: saved }));
  }
  return { state, value, versions: [first, ...turns.map(({ saved }) => saved)] };
}

describe('what others save', () => {
  test('fills every field of whoever typed nothing, and asks them nothing', () =>
    fc.assert(
      fc.property(plan, fc.array(plan, { minLength: 1, maxLength: 4 }), (first, saved) => {
        const { state, value, versions } = live(
          first,
          saved.map((one) => ({ typed: undefined, saved: one })),
        );
        expect(value).toEqual(versions.at(-1));
        expect([state.open, state.version]).toEqual([[], versions.length]);
      }),
    ));

  test('changes no field in which somebody typed', () =>
    fc.assert(
      fc.property(plan, plan, plan, (first, typed, saved) => {
        const { value } = takeIn(beginLive({ version: 1, value: first }), typed, { version: 2, value: saved });
        if (typed.remark !== first.remark) expect(value.remark).toBe(typed.remark);
        if (typed.cost.rate !== first.cost.rate) expect(value.cost.rate).toBe(typed.cost.rate);
        for (const goal of typed.goals) {
          const before = first.goals.find(({ id }) => id === goal.id);
          if (!before || before.title !== goal.title)
            expect(value.goals.find(({ id }) => id === goal.id)?.title).toBe(goal.title);
        }
      }),
    ));

  test('leaves open exactly the places where both wrote something else, with both', () =>
    fc.assert(
      fc.property(plan, plan, plan, (first, typed, saved) => {
        const { live: state } = takeIn(beginLive({ version: 1, value: first }), typed, { version: 2, value: saved });
        expect(state.open).toEqual(mergeEdits(first, typed, saved).conflicts);
      }),
    ));
});

/** A row is merged field by field, anything else as a whole. */
function fieldsAt(value: Plan, place: readonly string[]): readonly (readonly string[])[] {
  const at = valueAt(value, place);
  return typeof at === 'object' && at !== null && !Array.isArray(at)
    ? Object.keys(at).map((key) => [...place, key])
    : [place];
}

describe('saving after several turns', () => {
  test('starts from the newest version when nothing is open', () =>
    fc.assert(
      fc.property(plan, story, (first, turns) => {
        const { state, versions } = live(first, turns);
        if (state.open.length === 0) expect(state.version).toBe(versions.length);
        else expect(state.version).toBeLessThan(versions.length);
      }),
    ));

  test('never writes over what others wrote without a choice: while a place is open, the server asks too, or keeps theirs', () =>
    fc.assert(
      fc.property(plan, story, (first, turns) => {
        const { state, value, versions } = live(first, turns);
        const newest = versions.at(-1)!;
        const server = mergeEdits(versions[state.version - 1]!, value, newest);
        const began = versions[state.version - 1];
        for (const { path, segments } of state.open) {
          const asks = server.conflicts.some((one) => one.path.startsWith(path) || path.startsWith(one.path));
          // A field that they did not change since may hold what was typed here: nothing of theirs is lost then.
          const kept = fieldsAt(newest, segments).every(
            (field) =>
              sameJson(valueAt(server.merged, field), valueAt(newest, field)) ||
              sameJson(valueAt(began, field), valueAt(newest, field)),
          );
          expect(asks || kept, path).toBe(true);
        }
      }),
    ));

  test('once every place is chosen, a save starts from the newest version and holds what was chosen', () =>
    fc.assert(
      fc.property(plan, story, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (first, turns, coins) => {
        let { state, value } = live(first, turns);
        const { versions } = live(first, turns);
        for (const [at, { path, segments, theirs }] of state.open.entries()) {
          const take = coins[at % coins.length] ? 'mine' : 'theirs';
          const mine = valueAt(value, segments);
          ({ live: state, value } = choose(state, value, path, take));
          expect(sameJson(valueAt(value, segments), take === 'mine' ? mine : theirs), path).toBe(true);
        }
        expect([state.open, state.version]).toEqual([[], versions.length]);
      }),
    ));

  test('stays with the version of a draft that is older than the page', () => {
    const value: Plan = { goals: [], effects: [], remark: '', cost: { rate: '' } };
    const begun = beginLive({ version: 3, value }, 2);
    const { live: after } = takeIn(
      begun,
      { ...value, remark: 'mine' },
      { version: 4, value: { ...value, cost: { rate: 'b' } } },
    );
    expect([after.version, after.known.version]).toEqual([2, 4]);
  });
});
