import { DataFileProblem, type Place } from './problem.ts';

/** A column that is asked for and not there, with the names that are there. */
export function missingColumn(place: Place & { readonly column: string }, names: readonly string[]): DataFileProblem {
  const plain = (name: string) => name.toLowerCase().trim();
  const close = names.filter((other) => plain(other) === plain(place.column));
  const shown = names.filter((other) => other !== '');
  const list = shown.length > 12 ? `${shown.slice(0, 12).join(', ')}, … (${shown.length})` : shown.join(', ');
  return new DataFileProblem(
    place,
    'there is no such column',
    close.length ? `Write ${close.join(' or ')}.` : `There are: ${list}.`,
  );
}
