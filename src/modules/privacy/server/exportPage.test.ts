import { expect, test } from 'vitest';
import { readablePage } from './exportPage.ts';
import type { ToldPerson } from './export.ts';

const page = (value: string) =>
  readablePage(
    {
      madeAt: '2026-11-21T13:30:00.000Z',
      person: { name: 'Nadia Morgen', email: null, phone: null, locale: 'nl' },
      kinds: [
        { name: 'N', what: 'w', why: 'w', from: 'f', howLong: 'h', records: [{ table: 't', values: { value } }] },
      ],
      notIn: [],
    } as unknown as ToldPerson,
    'nl',
  );

test('a moment is told as people read it', () => {
  expect(page('2026-11-21T13:30:00.000Z')).toContain('<td>21 november 2026 om 14:30</td>');
});

test.each(['2026-99-99T99:99:99Z', '2026-11-21T en toen', '9999-00-00T'])(
  'what somebody typed that only looks like one stays as it is: %s',
  (typed) => {
    expect(page(typed)).toContain(`<td>${typed}</td>`);
  },
);
