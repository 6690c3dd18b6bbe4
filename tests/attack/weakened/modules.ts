import { vi } from 'vitest';
import type * as permissions from '#platform/server/permissions.ts';
import { weakened } from './guards.ts';

/** Set-up of every attack: takes a guard of our modules away, or tells the program that will be started to go without one. */
const guard = weakened();

if (guard?.rule === 'role-check')
  vi.doMock('#platform/server/permissions.ts', async (original) => {
    const real = await original<typeof permissions>();
    return { ...real, rolesWith: () => real.roles };
  });

if (guard?.rule === 'door-count')
  vi.doMock('#platform/server/doorUses.ts', () => ({ countUse: async () => undefined }));

if (guard?.where === 'process') process.env.NODE_OPTIONS = `--import ${import.meta.dirname}/process.ts`;
