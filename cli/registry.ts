import type { Command } from './command.ts';

/**
 * Every command with its file. Loaded one at a time: a command that needs no database does not wait for its driver.
 * Adding one: a file in `cli/commands/` that exports `command`, and a line here.
 */
export const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  start: () => import('./commands/start.ts'),
  migrate: () => import('./commands/migrate.ts'),
  seed: () => import('./commands/seed.ts'),
  reset: () => import('./commands/reset.ts'),
  doctor: () => import('./commands/doctor.ts'),
  analyse: () => import('./commands/analyse.ts'),
  eligibility: () => import('./commands/eligibility.ts'),
  register: () => import('./commands/register.ts'),
  account: () => import('./commands/account.ts'),
};
