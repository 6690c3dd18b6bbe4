import { describe, expect, test } from 'vitest';
import { chosenVersions } from './versionsView.ts';

describe('which two versions are compared', () => {
  test('without a choice the newest with the one before it', () => {
    expect(chosenVersions([3, 1, 2, 0], {})).toEqual({ from: 2, to: 3 });
    expect(chosenVersions([0], {})).toEqual({ from: 0, to: 0 });
    expect(chosenVersions([], {})).toBeNull();
  });

  test('the choice, in order of time, and never one that is not there', () => {
    expect(chosenVersions([0, 1, 2, 3], { from: 3, to: 1 })).toEqual({ from: 1, to: 3 });
    expect(chosenVersions([0, 1, 2, 3], { from: 9, to: 2 })).toEqual({ from: 1, to: 2 });
  });
});
