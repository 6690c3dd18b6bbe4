import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { agreementOf, type Fixture } from '#statistics/evidence/agreeing.ts';
import { subjects } from '#statistics/evidence/subjects.ts';
import { formatted } from './generating/formatted.ts';
import { statisticsPrograms } from './testing/programs.ts';
import { root, runProgram } from './testing/run-program.ts';
import { validationPage, type Compared } from './validating/page.ts';
import { psppFixture } from './validating/pspp.ts';

// Makes every fixture of the statistics again with R and PSPP, compares, and writes docs/validation.md.
const folder = path.join(root, 'src/statistics/evidence/fixtures');

async function run(program: string, args: readonly string[]): Promise<string> {
  const { code, said } = await runProgram(program, args, { cwd: folder });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${said}`);
  return said;
}

async function makeFixtures(): Promise<void> {
  const made = path.join(tmpdir(), `krachtlijn-validate-${process.pid}`);
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.R') && name !== 'writing.R');
  for (const script of scripts) {
    await run('Rscript', ['--vanilla', '-e', `sink("${made}"); source("${script}"); sink()`]);
    writeFileSync(path.join(folder, script.replace('.R', '.json')), readFileSync(made, 'utf8'));
    console.log(`made ${script.replace('.R', '.json')}`);
  }
  const syntax = path.join(folder, 'attitude.sps');
  await run('pspp', ['-o', made, '-O', 'format=csv', syntax]);
  const version = (await run('pspp', ['--version'])).split('\n')[0]!.trim();
  const fixture = psppFixture(syntax, readFileSync(made, 'utf8'), version);
  writeFileSync(path.join(folder, 'attitude.json'), `${JSON.stringify(fixture)}\n`);
  console.log('made attitude.json');
}

function compareAll(): Compared[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.flatMap((file) => {
    const { source, cases } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Fixture;
    return cases.map((one) => {
      const subject = subjects[one.function];
      if (!subject) throw new Error(`${file} names ${one.function}, which is not among the subjects.`);
      return { source, one, agreement: agreementOf(one.expected, subject(one.input as never), one.tolerance) };
    });
  });
}

try {
  await statisticsPrograms();
  await makeFixtures();
  const compared = compareAll();
  writeFileSync(path.join(root, 'docs/validation.md'), await formatted('docs/validation.md', validationPage(compared)));
  const differing = compared.filter(({ agreement }) => agreement.differing.length > 0);
  for (const { one, agreement } of differing)
    console.log(`${one.function}, ${one.data}: ${agreement.differing.join('; ')}`);
  const values = compared.reduce((sum, { agreement }) => sum + agreement.values, 0);
  console.log(
    `${values} values in ${compared.length} comparisons; ${differing.length} comparisons differ. Wrote docs/validation.md.`,
  );
  process.exit(differing.length === 0 ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
