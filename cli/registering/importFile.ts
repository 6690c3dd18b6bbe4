import { describeProblem, RegisterProblem } from '#modules/register/index.ts';
import { progressLine } from '../analysing/progressLine.ts';
import { WrongUse } from '../command.ts';
import { withDatabase } from '../database.ts';
import { readOptions } from '../options.ts';

/** `register import`: ends with 2 and one line for a file that cannot be used; the register is then as it was. */
export async function importFile(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, { anyway: { type: 'boolean' } }, 1);
  const [place] = positionals;
  if (place === undefined) throw new WrongUse('Which file? Name the zip.');
  return withDatabase(async (databaseUrl) => {
    const { migrate } = await import('#platform/server/database/migrate.ts');
    await migrate(databaseUrl);
    const { importRegister } = await import('#modules/register/index.server.ts');
    const line = progressLine();
    const begun = performance.now();
    try {
      const { state, publication, rowsRead, counts, resumed } = await importRegister({
        databaseUrl,
        place,
        anyway: values.anyway ?? false,
        now: () => new Date(),
        tell: ({ step, share }) => line.show(step, share),
      });
      line.clear();
      const { number, snapshotOn } = publication;
      const seconds = Math.round((performance.now() - begun) / 100) / 10;
      console.log(JSON.stringify({ state, number, snapshotOn, resumed, rowsRead, seconds, kept: counts }, null, 1));
      return 0;
    } catch (problem) {
      if (!(problem instanceof RegisterProblem)) throw problem;
      line.clear();
      const { place: where, what, cure } = describeProblem(problem.problem, 'en');
      console.error(`${where}: ${what}. ${cure}`);
      return 2;
    } finally {
      line.clear();
    }
  });
}
