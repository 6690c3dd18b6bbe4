import { scaleLinear, scalePoint } from 'd3-scale';
import { area, curveBumpX, curveBumpY } from 'd3-shape';
import type { Tone } from '../tones.ts';
import { colour, toneColour, type Palette } from './palette.ts';
import { escapeText, round, spoken } from './svg.ts';

export type FlowStation = {
  /** How thick the band is here, 0 to 100. */
  score: number;
  tone: Tone;
  /** What stands in the ring; its place in the row by default. */
  number?: number | string;
};

export type FlowBandOptions = {
  stations: readonly FlowStation[];
  palette: Palette;
  /** wide: from left to right; tall: from top to bottom. */
  direction?: 'wide' | 'tall';
  /** Along the band and across it, in the drawing's own units. */
  length?: number;
  thickness?: number;
  /** Unique on the page: names the gradient. */
  id: string;
  /** Draws the numbered rings into the picture, for paper; on a page they are HTML above it. */
  rings?: boolean;
  /** Words for the drawing; without it the drawing is hidden from screen readers. */
  label?: string;
};

/** Half the thickness of the band for a score: grows with the score, never quite nothing, never beyond the drawing. */
export function halfThickness(score: number, thickness: number): number {
  return scaleLinear([0, 100], [2, thickness / 2 - 2]).clamp(true)(score);
}

/** Where each station lies along the band: in the middle of its equal part. */
export function stationPlaces(count: number, length: number): number[] {
  const place = scalePoint<number>(
    Array.from({ length: count }, (_, index) => index),
    [0, length],
  ).padding(0.5);
  return Array.from({ length: count }, (_, index) => place(index) ?? length / 2);
}

/** The outline of the band as a path: thin at both ends, as thick at each station as its score. */
export function bandOutline(
  stations: readonly FlowStation[],
  direction: 'wide' | 'tall',
  length: number,
  thickness: number,
): string {
  const places = stationPlaces(stations.length, length);
  const points: [along: number, half: number][] = [
    [0, 2],
    ...stations.map((station, index): [number, number] => [
      places[index] ?? 0,
      round(halfThickness(station.score, thickness)),
    ]),
    [length, 2],
  ];
  const middle = thickness / 2;
  const shape = area<[number, number]>().digits(1);
  const outline =
    direction === 'wide'
      ? shape
          .x(([along]) => along)
          .y0(([, half]) => middle - half)
          .y1(([, half]) => middle + half)
          .curve(curveBumpX)
      : shape
          .y(([along]) => along)
          .x0(([, half]) => middle - half)
          .x1(([, half]) => middle + half)
          .curve(curveBumpY);
  return outline(points) ?? '';
}

/**
 * One band through a row of stations; its thickness at a station is that station's score (0 to 100), its colour flows from
 * tone to tone. Returns an SVG string that stretches to the box it gets on a page, and keeps its proportions in print.
 */
export function flowBand({
  stations,
  palette,
  direction = 'wide',
  length = 1000,
  thickness = 192,
  id,
  rings = false,
  label,
}: FlowBandOptions): string {
  const wide = direction === 'wide';
  const [width, height] = wide ? [length, thickness] : [thickness, length];
  const places = stationPlaces(stations.length, length);
  const stops = stations
    .map(
      (station, index) =>
        `<stop offset="${round((100 * (places[index] ?? 0)) / length)}%" stop-color="${toneColour(station.tone, palette)}"/>`,
    )
    .join('');
  const marks = rings
    ? stations.map((station, index) => ring(station, index, places[index] ?? 0, thickness / 2, wide, palette)).join('')
    : '';
  const box = palette === 'print' ? `width="${width}" height="${height}"` : 'preserveAspectRatio="none"';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ${box} ${spoken(label)}>` +
    `<defs><linearGradient id="${escapeText(id)}" x1="0" y1="0" x2="${wide ? 1 : 0}" y2="${wide ? 0 : 1}">${stops}</linearGradient></defs>` +
    `<path fill="url(#${escapeText(id)})" fill-opacity=".92" d="${bandOutline(stations, direction, length, thickness)}"/>${marks}</svg>`
  );
}

function ring(
  station: FlowStation,
  index: number,
  along: number,
  across: number,
  wide: boolean,
  palette: Palette,
): string {
  const [x, y] = wide ? [round(along), across] : [across, round(along)];
  const dashes = station.tone === 'none' ? ' stroke-dasharray="5 4"' : '';
  return (
    `<circle cx="${x}" cy="${y}" r="24" fill="${colour('surface', palette)}" stroke="${toneColour(station.tone, palette)}" stroke-width="4"${dashes}/>` +
    `<text x="${x}" y="${y + 8}" text-anchor="middle" font-family="Atkinson Hyperlegible Next" font-size="23" font-weight="700" fill="${toneColour(station.tone, palette, true)}">${escapeText(String(station.number ?? index + 1))}</text>`
  );
}
