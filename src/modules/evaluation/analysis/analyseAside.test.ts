import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleSurvey, publishedPlan } from '../example/exampleFiles.ts';
import { AnalysisPlan } from '../inputs.ts';
import { analyseAside } from './analyseAside.ts';
import { carryOut } from './carryOut.ts';
import { readData } from './readData.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-aside-'));
afterAll(() => rmSync(folder, { recursive: true }));
const plan = AnalysisPlan.parse(publishedPlan);

function survey(times: number): string {
  const [names, ...rows] = exampleSurvey().split(/(?<=\n)/);
  const file = path.join(folder, `survey${times}.csv`);
  writeFileSync(file, names + rows.join('').repeat(times));
  return file;
}

describe('an analysis in a thread of its own', () => {
  it('gives what it gives here', async () => {
    const data = survey(1);
    const aside = await analyseAside({ data, plan, dialect: 'plain' });
    expect(aside).toEqual(carryOut(await readData(data, plan), plan, path.basename(data)));
  });

  it('lets everybody else be answered meanwhile', async () => {
    const shares: number[] = [];
    let turns = 0;
    const answering = setInterval(() => turns++, 1);
    await analyseAside({ data: survey(2000), plan, dialect: 'plain' }, (share) => shares.push(share));
    clearInterval(answering);
    // In this thread it would take hundreds of milliseconds in one piece, without a single turn for anybody.
    expect(turns).toBeGreaterThan(20);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.length).toBeGreaterThan(5);
  });

  it('says what is wrong with the data as it does here', async () => {
    const data = path.join(folder, 'broken.csv');
    writeFileSync(
      data,
      exampleSurvey()
        .replace(/\n\d+,/, '\nnobody,')
        .replace('formal1', 'formal9'),
    );
    await expect(analyseAside({ data, plan, dialect: 'plain' })).rejects.toThrow(
      'broken.csv, line 1, column "formal1": there is no such column.',
    );
  });
});
