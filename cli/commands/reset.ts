import type { Command } from '../command.ts';
import { withDatabase } from '../database.ts';
import { readOptions } from '../options.ts';

export const command: Command = {
  name: 'reset',
  summary: 'Puts the example programme back as it was at the first start.',
  usage: 'reset',
  details: 'Only for an instance that holds nothing but the example programme; with real data it refuses.',
  async run(args) {
    readOptions(args, {});
    await withDatabase(async (databaseUrl) => {
      const { migrate } = await import('#platform/server/database/migrate.ts');
      await migrate(databaseUrl);
      const { reset } = await import('#modules/seed.server.ts');
      await reset(databaseUrl);
      console.log('The example programme is as it was at the first start.');
    });
  },
};
