import { describe, expect, test } from 'vitest';
import { compareVersions, isSame, type VersionPart } from './compareVersions.ts';

const part = (id: string, text: string): VersionPart => ({
  id,
  section: 'goals',
  title: id,
  fields: [{ id: 'title', label: 'Titel', text }],
});

describe('two versions of a plan', () => {
  test('are compared part by part: what came, what went, what changed', () => {
    const found = compareVersions(
      [part('a', 'Meer praten'), part('b', 'Minder papier'), part('c', 'Zo')],
      [part('a', 'Meer samen praten'), part('c', 'Zo'), part('d', 'Nieuw')],
    );
    expect(found.map(({ id, change }) => [id, change])).toEqual([
      ['a', 'changed'],
      ['b', 'removed'],
      ['c', 'same'],
      ['d', 'added'],
    ]);
    expect(found[1]!.fields[0]!.runs).toEqual([{ kind: 'removed', text: 'Minder papier' }]);
    expect(found[3]!.fields[0]!.runs).toEqual([{ kind: 'added', text: 'Nieuw' }]);
  });

  test('a part that only moved is no change', () => {
    expect(isSame(compareVersions([part('a', 'x'), part('b', 'y')], [part('b', 'y'), part('a', 'x')]))).toBe(true);
  });

  test('each version against itself has no difference', () => {
    const version = [part('a', 'x'), part('b', '')];
    expect(isSame(compareVersions(version, version))).toBe(true);
  });
});
