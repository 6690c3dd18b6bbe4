import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvent, topicsHeard, whats, withinReach, writeEvent, type LiveEvent, type Reach } from './event.ts';

const id = fc.uuid();
const maybeId = fc.option(id, { nil: undefined });
const place = fc
  .record({ programme: maybeId, lot: maybeId, provider: maybeId, enterprise: maybeId, trajectory: maybeId })
  .map((ids) => Object.fromEntries(Object.entries(ids).filter(([, value]) => value !== undefined)));
const event: fc.Arbitrary<LiveEvent> = fc.record({
  id,
  what: fc.constantFrom(...whats),
  kind: fc.constantFrom('trajectory', 'enterprise', 'lead', 'grant', ''),
  subject: id,
  place,
});
const reach: fc.Arbitrary<Reach> = fc.record({
  programmes: fc.array(id),
  lots: fc.array(id),
  providers: fc.array(id),
  enterprises: fc.array(id),
  trajectories: fc.array(id),
});

describe('an event on the channel', () => {
  test('comes out as it went in, and is far smaller than what the channel carries', () =>
    fc.assert(
      fc.property(event, (one) => {
        expect(readEvent(writeEvent(one))).toEqual(one);
        expect(Buffer.byteLength(writeEvent(one))).toBeLessThan(1000);
      }),
    ));

  test('is read only when it is one of ours: whatever else somebody says there is nothing', () => {
    fc.assert(fc.property(fc.string(), (said) => readEvent(said) === undefined));
    fc.assert(
      fc.property(event, fc.json(), (one, strange) => {
        const parts = JSON.parse(writeEvent(one)) as unknown[];
        expect(readEvent(JSON.stringify([...parts, strange]))).toBeUndefined();
        expect(readEvent(JSON.stringify([parts[0], 'told', ...parts.slice(2)]))).toBeUndefined();
        expect(readEvent(JSON.stringify([`${one.id}\ndata: x`, ...parts.slice(1)]))).toBeUndefined();
      }),
    );
  });
});

describe('a stream hears', () => {
  const everything = (one: LiveEvent) => [
    'mine',
    ...Object.entries(one.place).map(([kind, at]) => `${kind}:${at}`),
    `${one.kind}:${one.subject}`,
  ];

  test('nothing of what lies outside its sight, whatever it asked for', () =>
    fc.assert(
      fc.property(event, reach, (one, sight) => {
        fc.pre(!withinReach(sight, one));
        expect(topicsHeard({ topics: everything(one), reach: { [one.kind || 'trajectory']: sight } }, one)).toEqual([]);
      }),
    ));

  test('nothing of a kind of thing that it may not see at all, in a place that it does see', () =>
    fc.assert(
      fc.property(event, reach, (one, sight) => {
        fc.pre(one.kind !== '');
        const wide = { ...sight, programmes: Object.values(one.place) as string[] };
        expect(topicsHeard({ topics: everything(one), reach: { another: wide } }, one)).toEqual([]);
      }),
    ));

  test('of what it sees only the topics that it asked for, and presence never for a list', () =>
    fc.assert(
      fc.property(event, id, (one, programme) => {
        const seen = { ...one, place: { ...one.place, programme } };
        const sight = { [one.kind || 'trajectory']: { programmes: [programme] } };
        expect(topicsHeard({ topics: ['trajectory:another'], reach: sight }, seen)).toEqual([]);
        expect(topicsHeard({ topics: ['mine'], reach: sight }, seen)).toEqual(one.what === 'changed' ? ['mine'] : []);
        if (one.kind)
          expect(topicsHeard({ topics: [`${one.kind}:${one.subject}`], reach: sight }, seen)).toHaveLength(1);
      }),
    ));
});
