import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Columns, Export } from './columns.ts';
import { csvOf, harmless } from './csv.ts';
import { bodyOf, formats } from './formats.ts';

const columns: Columns = {
  name: { kind: 'text', heading: 'error.required' },
  hours: { kind: 'decimal', heading: 'error.required' },
  cost: { kind: 'cents', heading: 'error.required' },
  at: { kind: 'moment', heading: 'error.required' },
};

function exportOf(...rows: Record<string, string | number | Date | null>[]): Export {
  return {
    file: 'x',
    columns,
    rows: (async function* () {
      yield* rows;
    })(),
  };
}

async function whole(pieces: AsyncIterable<string | Uint8Array>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += String(piece);
  return text;
}

const row = { name: 'Bakkerij; "De Korst"', hours: 2.5, cost: 9500, at: new Date('2026-07-01T12:30:00Z') };

test('a program gets keys, exact values and commas', async () => {
  expect(await whole(csvOf(exportOf(row)))).toBe(
    'name,hours,cost,at\r\n"Bakkerij; ""De Korst""",2.5,9500,2026-07-01T12:30:00.000Z\r\n',
  );
});

test('a person gets headings, euros and the time in Brussels, as a Belgian sheet reads them', async () => {
  const text = await whole(csvOf(exportOf(row), { wordsIn: 'nl' }));
  expect(text.startsWith('\ufeffVul dit nog in.;')).toBe(true);
  expect(text).toContain('"Bakkerij; ""De Korst""";2,5;95,00;2026-07-01 14:30');
});

test('no text that begins like a formula stays one', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝'), fc.string(), (sign, rest) => {
      expect(harmless(sign + rest)).toBe(`'${sign}${rest}`);
    }),
  );
  expect(harmless('Bakkerij = brood')).toBe('Bakkerij = brood');
});

test('an export without rows still has its headings', async () => {
  expect(await whole(csvOf(exportOf()))).toBe('name,hours,cost,at\r\n');
  expect(await whole(formats.ndjson.write(exportOf(), 'nl', false))).toBe('');
});

test('a reader who goes away stops the rows', async () => {
  let made = 0;
  let ended = false;
  const rows = (async function* () {
    try {
      for (;;) {
        made += 1;
        yield { ...row, name: 'x'.repeat(1000) };
      }
    } finally {
      ended = true;
    }
  })();
  const reader = bodyOf(formats.ndjson.write({ file: 'x', columns, rows }, 'nl', false)).getReader();
  await reader.read();
  await reader.cancel();
  expect(ended).toBe(true);
  expect(made).toBeLessThan(500);
});
