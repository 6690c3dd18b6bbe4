import { describe, expect, test } from 'vitest';
import { competentiechecks2023 as programme } from '../definition/competentiechecks2023.ts';
import { lotGovernance } from './governance.ts';

describe('the governance of the example programme', () => {
  test('starts up within a month and meets per lot every three months, eight times in two years', () => {
    const { startUpBefore, everyMonths, steeringGroups, agenda, exchangeSessions } = lotGovernance(programme, 2);
    expect([startUpBefore, everyMonths, exchangeSessions]).toEqual(['2023-02-01', 3, 4]);
    expect(steeringGroups).toEqual([
      '2023-04-01',
      '2023-07-01',
      '2023-10-01',
      '2024-01-01',
      '2024-04-01',
      '2024-07-01',
      '2024-10-01',
      '2024-12-31',
    ]);
    expect(agenda).toEqual(['progress', 'bottlenecks', 'success_stories']);
  });

  test('seats every active fund of the lot and no other, its coordinator first', () => {
    for (const { number } of programme.lots) {
      const { funds, seats } = lotGovernance(programme, number);
      const active = programme.funds.filter((fund) => fund.lot === number && fund.active).map(({ id }) => id);
      expect(funds.map(({ id }) => id).sort()).toEqual(active.sort());
      expect(funds.map(({ coordinator }) => coordinator)).toEqual(active.map((_, at) => at === 0));
      expect(seats).toContain('programme_manager');
    }
    expect(lotGovernance(programme, 4).funds.map(({ name }) => name)).not.toContain('Vorm DC');
  });

  test('seats nobody where a definition names no seats', () => {
    const governance = { ...programme.governance, steeringGroupSeats: [] };
    expect(lotGovernance({ ...programme, governance }, 1).funds).toEqual([]);
  });
});
