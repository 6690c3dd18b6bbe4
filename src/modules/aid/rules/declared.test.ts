import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDeclared, type DeclaredLine } from './declared.ts';

const numbers = ['0100000001', '0100000002'];
const shuffled = <Item>(items: readonly Item[]) => fc.shuffledSubarray([...items], { minLength: items.length });

describe('a declaration', () => {
  const line = fc.record({
    number: fc.constantFrom(...numbers),
    grantedOn: fc.constantFrom('2025-01-01', '2025-02-01'),
    regulation: fc.constant('2023/2831'),
    grantor: fc.constantFrom('', 'Stad Gent', 'stad gent.', 'VLAIO'),
    amountCents: fc.constantFrom(100, 200),
  });
  const stored = (lines: readonly DeclaredLine[]) => lines.map((one, at) => ({ id: `s${at}`, ...one }));

  test('that was written down once adds nothing when it is made again, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }).chain((lines) => fc.tuple(fc.constant(lines), shuffled(lines))),
        ([lines, mixed]) => {
          expect(compareDeclared(stored(lines), mixed)).toEqual({ add: [], unnamed: [] });
        },
      ),
    );
  });

  test('leaves as many lines as it names: those that hold and those that it adds', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.array(line, { maxLength: 5 }), (known, declared) => {
        const { add, unnamed } = compareDeclared(stored(known), declared);
        expect(known.length - unnamed.length + add.length).toBe(declared.length);
      }),
    );
  });

  test('names two equal grants of one day twice', () => {
    const grant = {
      number: numbers[0]!,
      grantedOn: '2025-01-01',
      regulation: '2023/2831',
      grantor: 'VLAIO',
      amountCents: 100,
    };
    expect(compareDeclared(stored([grant]), [grant, grant]).add).toEqual([grant]);
  });
});
