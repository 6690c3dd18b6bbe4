import { expect, test } from 'vitest';
import { mayApprove } from './approval.ts';
import { freshTrajectory } from './states.ts';

const submitted = { ...freshTrajectory, state: 'planning', plan: 'submitted' } as const;

test('who submitted a plan does not approve it', () => {
  expect(mayApprove(submitted, 'ann', 'ann')).toEqual({ allowed: false, because: 'may.ownPlan', params: {} });
});

test('somebody else may', () => {
  expect(mayApprove(submitted, 'ann', 'bo')).toEqual({ allowed: true });
});

test('what the state does not allow, nobody may', () => {
  expect(mayApprove(freshTrajectory, 'ann', 'bo').allowed).toBe(false);
});
