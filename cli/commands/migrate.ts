import type { Command } from '../command.ts';
import { withDatabase } from '../database.ts';
import { readOptions } from '../options.ts';

export const command: Command = {
  name: 'migrate',
  summary: 'Brings the database to the newest version.',
  usage: 'migrate',
  details: 'Starting does this too. Safe to repeat; several servers may do it at the same time.',
  async run(args) {
    readOptions(args, {});
    await withDatabase(async (databaseUrl) => {
      const { migrate } = await import('#platform/server/database/migrate.ts');
      const { applied } = await migrate(databaseUrl);
      console.log(applied.length ? `Applied: ${applied.join(', ')}.` : 'The database is up to date.');
    });
  },
};
