import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runProgram } from '../../../../scripts/testing/run-program.ts';
import type { SavDictionary } from './dictionary.ts';
import { openSav } from './openSav.ts';
import { savRows } from './readSav.ts';
import { writeSav, type SavRow } from './writeSav.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-sav-peer-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => path.join(folder, name);

const dictionary: SavDictionary = {
  label: 'Voorbeeld: één bevraging',
  variables: [
    {
      name: 'leeftijd_van_wie_antwoordt',
      width: 0,
      label: 'Leeftijd, in jaren',
      measure: 'scale',
      format: { type: 'F', width: 3, decimals: 0 },
      missing: { values: [999], range: { low: -Infinity, high: 0 } },
    },
    { name: 'score', width: 0, measure: 'scale', format: { type: 'F', width: 8, decimals: 3 } },
    {
      name: 'A1',
      width: 0,
      measure: 'ordinal',
      format: { type: 'F', width: 1, decimals: 0 },
      valueLabels: [
        { value: 1, label: 'nooit' },
        { value: 2, label: 'zelden, één à twee keer' },
      ],
      missing: { values: [8, 9] },
    },
    {
      name: 'geslacht',
      width: 3,
      measure: 'nominal',
      format: { type: 'A', width: 3, decimals: 0 },
      valueLabels: [{ value: 'v', label: 'vrouw' }],
      missing: { values: ['?'] },
    },
    {
      name: 'sector',
      width: 24,
      measure: 'nominal',
      format: { type: 'A', width: 24, decimals: 0 },
      valueLabels: [{ value: 'zorg en welzijn', label: 'Zorg' }],
      missing: { values: ['weet ik'] },
    },
    {
      name: 'één_verhaal',
      width: 1000,
      label: 'In je eigen woorden',
      measure: 'nominal',
      format: { type: 'A', width: 1000, decimals: 0 },
    },
  ],
};
const rows: SavRow[] = Array.from({ length: 300 }, (_, row) => [
  row === 7 ? undefined : row === 8 ? 999 : 16 + (row % 46),
  row % 13 === 0 ? undefined : row / 8 - 20,
  row % 10,
  ['v', 'm', '?', ''][row % 4],
  ['zorg en welzijn', 'bouw', 'weet ik', ''][row % 4],
  'één verhaal '.repeat(row % 70).trim(),
]);

it('PSPP reads what we write and we read what PSPP writes: packed, unpacked and zipped', async () => {
  await writeSav(at('ours.sav'), dictionary, rows);
  writeFileSync(
    at('copy.sps'),
    [
      `GET FILE='${at('ours.sav')}'.`,
      `SAVE OUTFILE='${at('packed.sav')}' /COMPRESSED.`,
      `SAVE OUTFILE='${at('plain.sav')}' /UNCOMPRESSED.`,
      `SAVE OUTFILE='${at('zipped.zsav')}' /ZCOMPRESSED.`,
    ].join('\n'),
  );
  const { code, said } = await runProgram('pspp', ['-o', at('out.txt'), at('copy.sps')]);
  expect({ code, said }).toEqual({ code: 0, said: '' });
  for (const [name, compression] of [
    ['packed.sav', 'bytes'],
    ['plain.sav', 'none'],
    ['zipped.zsav', 'zlib'],
  ] as const) {
    const open = openSav(at(name));
    open.close();
    expect(open.dictionary).toMatchObject({ ...dictionary, compression, cases: 300 });
    expect([...savRows(at(name))]).toEqual(rows.map((row) => [...row]));
  }
});

it('R reads what we write: values, labels, missing values and accents', async () => {
  await writeSav(at('forR.sav'), dictionary, rows);
  writeFileSync(
    at('read.R'),
    `library(foreign)
d <- read.spss("${at('forR.sav')}", to.data.frame = TRUE, use.value.labels = FALSE, use.missings = TRUE, reencode = "UTF-8", trim_values = TRUE)
cat(nrow(d), ncol(d), "\\n")
cat(names(d)[1:6], sep = "\\n")
cat(attr(d, "variable.labels")[[1]], "\\n")
cat(sum(d[[1]], na.rm = TRUE), sum(is.na(d[[1]])), sum(d$score, na.rm = TRUE), sum(is.na(d$score)), sum(is.na(d$A1)), "\\n")
cat(names(attr(d$A1, "value.labels")), sep = "\\n")
cat(substr(d[[6]][70], 1, 24), "\\n")`,
  );
  const { code, output } = await runProgram('Rscript', ['--vanilla', at('read.R')], { env: { LC_ALL: 'C.UTF-8' } });
  const ages = rows.flatMap(([age]) => (typeof age === 'number' && age !== 999 ? [age] : []));
  const scores = rows.flatMap(([, score]) => (typeof score === 'number' ? [score] : []));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  expect(code).toBe(0);
  expect(
    output
      .trim()
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual([
    // R's foreign gives a string of 1000 bytes as the four parts that it lies in.
    '300 9',
    ...dictionary.variables.map(({ name }) => name),
    'Leeftijd, in jaren',
    `${sum(ages)} 2 ${sum(scores)} ${300 - scores.length} 60`,
    'zelden, één à twee keer',
    'nooit',
    'één verhaal één verhaal',
  ]);
});
