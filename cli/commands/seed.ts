import type { Command } from '../command.ts';
import { withDatabase } from '../database.ts';
import { readOptions } from '../options.ts';

export const command: Command = {
  name: 'seed',
  summary: 'Fills an empty database with the example programme.',
  usage: 'seed',
  details: 'Does nothing when the database holds a programme. Starting on a new data folder does this too.',
  async run(args) {
    readOptions(args, {});
    await withDatabase(async (databaseUrl) => {
      const { migrate } = await import('#platform/server/database/migrate.ts');
      await migrate(databaseUrl);
      const { seedIfEmpty } = await import('#modules/seed.server.ts');
      await seedIfEmpty(databaseUrl);
      console.log('The example programme is there.');
    });
  },
};
