import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** A test against a database says so in its name and runs in a project of its own, twice: see `scripts/testing/`. */
const database = ['{src,cli,tests}/**/*.db.test.ts'];
/** Long, and the same on every PostgreSQL: runs on the embedded one alone. */
const once = process.env.TEST_DATABASE_SERVER ? ['**/*.once.db.test.ts'] : [];
const start = ['tests/start/**/*.test.ts'];
/** Compared with what R and PSPP make of the same: needs those programs. */
const peers = ['{src,cli,tests}/**/*.peer.test.ts'];
/** Attacks run longer and may be weakened: see `scripts/attack.ts`. */
const attack = ['tests/attack/**/*.test.ts'];

export default defineConfig({
  plugins: [sveltekit()],
  test: {
    // Property tests shrink a counterexample in time; a machine under load is slower than ours.
    testTimeout: 20_000,
    // One for each core; tests of the database wait for it half of the time.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: ['scripts/testing/property-seed.ts'],
          include: ['{src,cli,scripts,tests,bench}/**/*.test.ts'],
          exclude: [...database, ...start, ...attack, ...peers, '**/node_modules/**'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: database,
          exclude: [...once, '**/node_modules/**'],
          environment: 'node',
          globalSetup: ['scripts/testing/database-server.ts'],
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'peers', include: peers, environment: 'node', testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'start',
          include: start,
          globalSetup: ['scripts/testing/prepared-folder.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'attack',
          include: [...attack, 'tests/architecture/everyRole.db.test.ts'],
          globalSetup: ['scripts/testing/database-server.ts', 'tests/attack/weakened/database.ts'],
          setupFiles: ['tests/attack/weakened/modules.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
