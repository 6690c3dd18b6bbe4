import { type Column } from './column.ts';

/**
 * A reverse-keyed item turned round: minimum + maximum − value, where minimum and maximum are the ends of the answer
 * scale (not of the answers that happen to be there). Turning round twice gives the item back.
 */
export function reversed(item: Column, minimum: number, maximum: number): Column {
  const turned = minimum + maximum;
  if (item.kind === 'numbers')
    return { kind: 'numbers', name: item.name, values: item.values.map((value) => turned - value) };
  const last = item.levels.length - 1;
  return {
    kind: 'coded',
    name: item.name,
    codes: item.codes.map((code) => (code > last ? code : last - code)),
    levels: item.levels.map((level) => turned - level).reverse(),
  };
}
