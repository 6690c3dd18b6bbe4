/** What erasure does with a kind of record: all of it goes, part of it stays without the person, or it stays as it is but nameless. */
export type Fate = 'goes' | 'partly' | 'nameless';

/** As much of a declaration as decides it. */
interface Declared {
  readonly atErasure: 'goes' | 'stays';
  readonly empties?: readonly string[];
}

/** The fate of a kind from the tables that make it up. */
export function fateOf(tables: readonly Declared[]): Fate {
  if (tables.every(({ atErasure }) => atErasure === 'goes')) return 'goes';
  return tables.some(({ atErasure, empties }) => atErasure === 'goes' || (empties ?? []).length > 0)
    ? 'partly'
    : 'nameless';
}
