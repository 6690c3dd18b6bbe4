import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lotRoom } from './decisionList.ts';

const lot = { id: 'l', number: 1, name: 'Perceel', target: 10, budgetCents: 1_000_000, granted: 3, reserved: 2 };

describe('the room of a lot', () => {
  test('is what it has to reach and may spend, less what was granted and what is promised', () => {
    expect(lotRoom(lot, { bookedCents: 120_000, priceCents: 50_000 })).toMatchObject({
      room: 5,
      usedCents: 220_000,
      roomCents: 780_000,
    });
  });

  test('is never less than nothing, also when more was promised than there is', () => {
    expect(lotRoom({ ...lot, reserved: 20 }, { bookedCents: 100_000, priceCents: 500_000 })).toMatchObject({
      room: 0,
      roomCents: 0,
      usedCents: 10_100_000,
    });
  });

  test('gets no larger by one more promise', () => {
    const some = fc.nat(1000);
    fc.assert(
      fc.property(some, some, some, some, (target, granted, reserved, price) => {
        const cents = { bookedCents: granted * price, priceCents: price };
        const before = lotRoom({ ...lot, target, granted, reserved }, cents);
        const after = lotRoom({ ...lot, target, granted, reserved: reserved + 1 }, cents);
        expect(after.room).toBeLessThanOrEqual(before.room);
        expect(after.roomCents).toBeLessThanOrEqual(before.roomCents);
      }),
    );
  });
});
