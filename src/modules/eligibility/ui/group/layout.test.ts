import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryGroup } from '../../rules/group/arbitraryGroup.testing.ts';
import { layoutOf, linesOf, sizes, type Layout } from './layout.ts';

const at = ({ nodes }: Layout, id: string) => nodes.find((node) => node.id === id)!;
const holds = (holder: string, held: string) => ({ holder, held });

describe('the drawing of an ownership', () => {
  test('has holders above, what is held below, and sisters beside', () => {
    const ids = ['A', 'P', 'S', 'D', 'Q'];
    const layout = layoutOf('A', ids, [holds('P', 'A'), holds('P', 'S'), holds('A', 'D'), holds('Q', 'P')]);
    expect(ids.map((id) => [id, at(layout, id).level])).toEqual([
      ['A', 0],
      ['P', -1],
      ['S', 0],
      ['D', 1],
      ['Q', -2],
    ]);
    expect(at(layout, 'Q').y).toBeLessThan(at(layout, 'P').y);
    expect(at(layout, 'P').y).toBeLessThan(at(layout, 'A').y);
    expect(at(layout, 'S').y).toBe(at(layout, 'A').y);
    expect(at(layout, 'D').y).toBeGreaterThan(at(layout, 'A').y);
  });

  test('draws every line of a cycle and of a cross-holding', () => {
    const layout = layoutOf('A', ['A', 'B', 'C'], [holds('A', 'B'), holds('B', 'C'), holds('C', 'A'), holds('B', 'A')]);
    expect(layout.holdings).toHaveLength(4);
    expect(new Set(layout.holdings.map(({ path }) => path)).size).toBe(4);
  });

  test('puts who has no tie last, and leaves out lines to nobody', () => {
    const layout = layoutOf('A', ['A', 'B', 'Z'], [holds('B', 'A'), holds('B', 'gone'), holds('A', 'A')]);
    expect(at(layout, 'Z').y).toBeGreaterThan(at(layout, 'A').y);
    expect(layout.holdings.map(({ at: place }) => place)).toEqual([0]);
  });

  test('of any ownership holds everybody once, apart from each other and within its edges, and every line', () => {
    fc.assert(
      fc.property(arbitraryGroup, ({ subject, enterprises, holdings }) => {
        const ids = Object.keys(enterprises);
        const { nodes, holdings: lines, width, height } = layoutOf(subject, ids, holdings);
        expect(nodes.map(({ id }) => id).sort()).toEqual([...ids].sort());
        expect(lines.map((line) => line.at)).toEqual(holdings.map((_, place) => place));
        for (const one of nodes) {
          expect(one.x).toBeGreaterThanOrEqual(0);
          expect(one.x + sizes.node.width).toBeLessThanOrEqual(width);
          expect(one.y + sizes.node.height).toBeLessThanOrEqual(height);
          for (const other of nodes)
            if (one.id < other.id)
              expect(
                Math.abs(one.x - other.x) >= sizes.node.width || Math.abs(one.y - other.y) >= sizes.node.height,
              ).toBe(true);
        }
        for (const { label } of lines) {
          expect(label.x).toBeGreaterThanOrEqual(0);
          expect(label.y).toBeGreaterThanOrEqual(0);
          expect(label.y).toBeLessThanOrEqual(height);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a name in the drawing', () => {
  test.each([
    ['Holding', ['Holding']],
    ['Holding Deegland', ['Holding', 'Deegland']],
    ['Bakkerij De Proefkorrel', ['Bakkerij De', 'Proefkorrel']],
    ['Investeringsmaatschappij', ['Investerings…']],
    ['De Grote Vereniging van Bakkers en Molenaars', ['De Grote', 'Vereniging…']],
    ['', []],
  ])('%s', (name, lines) => {
    expect(linesOf(name)).toEqual(lines);
  });
});
