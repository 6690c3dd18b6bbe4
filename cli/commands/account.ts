import { WrongUse, type Command } from '../command.ts';
import { withDatabase } from '../database.ts';

export const command: Command = {
  name: 'account',
  summary: 'Adds people and lists who has which role.',
  usage: 'account list | account add <email> --name NAME --role ROLE [--on ID]',
  details: 'The person gets a link by mail to sign in; "account add" also prints it, for the very first account.',
  async run(args) {
    const [action, ...rest] = args;
    if (action !== 'list' && action !== 'add')
      throw new WrongUse(action ? `account cannot "${action}".` : 'Say "add" or "list".');
    return withDatabase(async (databaseUrl) => {
      const { migrate } = await import('#platform/server/database/migrate.ts');
      await migrate(databaseUrl);
      const { accountCommand } = await import('#modules/access/index.server.ts');
      return accountCommand(databaseUrl, action, rest);
    });
  },
};
