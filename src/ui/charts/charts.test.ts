import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Tone } from '../tones.ts';
import { dotRange } from './dotRange.ts';
import { bandOutline, flowBand, halfThickness, stationPlaces, type FlowStation } from './flowBand.ts';
import { heatMap } from './heatMap.ts';
import { intervalPlot } from './intervalPlot.ts';
import { printColours } from './palette.ts';
import { progressBar } from './progressBar.ts';

const score = fc.double({ min: 0, max: 100, noNaN: true });
const tone = fc.constantFrom<Tone>(1, 2, 3, 4, 5, 'none');
const stations = fc.array(fc.record({ score, tone }), { minLength: 1, maxLength: 8 });

/** The points of a path as pairs, control points included. */
function points(path: string): [number, number][] {
  const numbers = (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  return numbers.flatMap((x, index): [number, number][] => (index % 2 === 0 ? [[x, numbers[index + 1] ?? NaN]] : []));
}

describe('the band', () => {
  it('never gets thinner when a score rises', () => {
    fc.assert(
      fc.property(score, score, fc.integer({ min: 40, max: 400 }), (a, b, thickness) => {
        const [low, high] = a <= b ? [a, b] : [b, a];
        return halfThickness(low, thickness) <= halfThickness(high, thickness);
      }),
    );
  });

  it('tells two scores apart that differ by one point', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        (low) => halfThickness(low + 1, 192) - halfThickness(low, 192) > 0.9,
      ),
    );
  });

  it('stays inside its drawing, also for scores beyond the scale', () => {
    const wild = fc.array(fc.record({ score: fc.double({ min: -500, max: 500, noNaN: true }), tone }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(wild, fc.constantFrom('wide', 'tall'), (row, direction) => {
        for (const [x, y] of points(bandOutline(row, direction, 1000, 192))) {
          const [along, across] = direction === 'wide' ? [x, y] : [y, x];
          expect(along).toBeGreaterThanOrEqual(0);
          expect(along).toBeLessThanOrEqual(1000);
          expect(across).toBeGreaterThanOrEqual(0);
          expect(across).toBeLessThanOrEqual(192);
        }
      }),
    );
  });

  it('is exactly as thick at each station as that station’s score', () => {
    fc.assert(
      fc.property(stations, (row) => {
        const path = points(bandOutline(row, 'wide', 1000, 192));
        stationPlaces(row.length, 1000).forEach((place, index) => {
          const half = halfThickness((row[index] as FlowStation).score, 192);
          const across = path.filter(([x]) => Math.abs(x - place) < 0.06).map(([, y]) => y);
          expect(Math.min(...across)).toBeCloseTo(96 - half, 0);
          expect(Math.max(...across)).toBeCloseTo(96 + half, 0);
        });
      }),
    );
  });

  it('puts the stations in the middle of equal parts', () => {
    expect(stationPlaces(5, 1000).map(Math.round)).toEqual([100, 300, 500, 700, 900]);
    expect(stationPlaces(1, 1000)).toEqual([500]);
  });

  it('says what it shows, with every sign of the label made safe', () => {
    const svg = flowBand({ stations: [{ score: 40, tone: 1 }], palette: 'css', id: 'b', label: 'a "b" <c> & d' });
    expect(svg).toContain('role="img" aria-label="a &quot;b&quot; &lt;c&gt; &amp; d"');
  });

  it('is hidden from screen readers when its words stand beside it', () => {
    expect(flowBand({ stations: [{ score: 40, tone: 1 }], palette: 'css', id: 'b' })).toContain('aria-hidden="true"');
  });
});

describe('two dots', () => {
  it('lie on the line where their values are', () => {
    const svg = dotRange({ own: 64, previous: 41, palette: 'css' });
    expect(svg).toContain('<circle cx="64%"');
    expect(svg).toContain('<circle cx="41%"');
  });

  it('leave a missing value out', () => {
    expect(dotRange({ own: 64, palette: 'css' }).match(/<circle/g)).toHaveLength(1);
  });
});

describe('a progress bar', () => {
  it('fills to the share reached and stops at the end', () => {
    expect(progressBar({ value: 16, max: 32, palette: 'css' })).toContain('width="50%"');
    expect(progressBar({ value: 64, max: 32, palette: 'print', width: 200 })).toContain('width="200" height="10"');
  });

  it('draws nothing filled for nothing done, and for a target of nothing', () => {
    expect(progressBar({ value: 0, max: 32, palette: 'css' })).not.toContain('var(--brand)');
    expect(progressBar({ value: 0, max: 0, palette: 'css' })).not.toContain('NaN');
  });
});

describe('a heat map', () => {
  const drawn = heatMap({
    names: ['a', '<b>', 'c'],
    values: [
      [1, 0.5, null],
      [0.5, 1, -0.354],
      [null, -0.354, 1],
    ],
    palette: 'css',
  });

  it('shows each pair once, with its figure, and nothing where there is none', () => {
    expect(drawn.match(/fill-opacity/g)).toHaveLength(2);
    expect(drawn).toContain('>.50<');
    expect(drawn).toContain('>−.35<');
  });

  it('gives the two signs two colours, and makes names safe', () => {
    expect(drawn).toContain('var(--brand)');
    expect(drawn).toContain('var(--profile-ambition)');
    expect(drawn).toContain('&lt;b&gt;');
  });
});

describe('an interval plot', () => {
  it('always shows nought, and fills the dot only when the interval leaves it out', () => {
    const drawn = intervalPlot({
      rows: [
        { name: 'a', value: 2, low: 1, high: 3 },
        { name: 'b', value: 1, low: -1, high: 3 },
      ],
      palette: 'print',
    });
    expect(drawn).toMatch(/>0</);
    expect(drawn.match(/<circle [^>]*fill="#6e35a3"/g)).toHaveLength(1);
    expect(drawn.match(/<circle [^>]*fill="#ffffff"/g)).toHaveLength(1);
  });
});

describe('colours', () => {
  const drawings = (palette: 'css' | 'print') => [
    flowBand({ stations: [{ score: 40, tone: 'none' }], palette, id: 'b', rings: true }),
    dotRange({ own: 1, previous: 2, palette }),
    progressBar({ value: 1, max: 2, pace: 1, palette }),
    heatMap({
      names: ['a', 'b'],
      values: [
        [1, -0.4],
        [-0.4, 1],
      ],
      palette,
    }),
    intervalPlot({ rows: [{ name: 'a', value: 1, low: -1, high: 3 }], palette }),
  ];

  it('are tokens on a page and plain values on paper', () => {
    for (const svg of drawings('css')) expect(svg).not.toMatch(/#[0-9a-f]{6}/);
    for (const svg of drawings('print')) expect(svg).not.toContain('var(');
  });

  it('never come as a style attribute, which the content security policy forbids', () => {
    for (const svg of [...drawings('css'), ...drawings('print')]) expect(svg).not.toMatch(/style=/);
  });

  it('are the same on paper as in the light tokens', () => {
    const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');
    for (const [name, value] of Object.entries(printColours)) expect(tokens).toContain(`--${name}: ${value};`);
  });
});
