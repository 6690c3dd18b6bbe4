import { Refusal, WrongUse, type Command } from '../command.ts';
import { withDatabase } from '../database.ts';
import { readOptions } from '../options.ts';

const most = 600_000;

function scaleOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const trajectories = Number(text.replaceAll('_', ''));
  if (!Number.isInteger(trajectories) || trajectories < 1 || trajectories > most)
    throw new WrongUse(`--scale is a number of trajectories from 1 to ${most}, not "${text}".`);
  return trajectories;
}

export const command: Command = {
  name: 'seed',
  summary: 'Fills an empty database with the example programme, or with a large synthetic one.',
  usage: 'seed [--scale N]',
  details: `Does nothing when the database holds a programme. Starting on a new data folder does this too.
--scale N adds N trajectories with their enterprises, requests, sessions, tasks and timelines, always the same ones: to see how
Krachtlijn behaves when it is full. It refuses where there is a real programme. 100 000 take some minutes.`,
  async run(args) {
    const { values } = readOptions(args, { scale: { type: 'string' } });
    const trajectories = scaleOf(values.scale);
    await withDatabase(async (databaseUrl) => {
      const { migrate } = await import('#platform/server/database/migrate.ts');
      await migrate(databaseUrl);
      const { seedIfEmpty, seedScale } = await import('#modules/seed.server.ts');
      if (trajectories === undefined) {
        await seedIfEmpty(databaseUrl);
        console.log('The example programme is there.');
        return;
      }
      const begun = performance.now();
      const say = (line: string) =>
        console.error(`${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${line}`);
      await seedScale(databaseUrl, trajectories, say).catch((problem: unknown) => {
        throw problem instanceof Error && !('code' in problem) ? new Refusal(problem.message) : problem;
      });
      say('done');
      console.log(`The example programme is there, with ${trajectories} trajectories more.`);
    });
  },
};
