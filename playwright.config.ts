import { defineConfig } from '@playwright/test';

const everyPage = '**/every-page.spec.ts';

/**
 * Journeys: what people do, in a real Chromium, against a real server on a data folder of its own. BASE_URL names a
 * running one; without it the set-up starts one (build the pages first). See `scripts/testing/journeys.ts`.
 */
export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './scripts/testing/journey-server.ts',
  // One after another: journeys share the example programme, and two cores serve browser, server and database.
  workers: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.BASE_URL,
    actionTimeout: 10_000,
    locale: 'nl-BE',
    timezoneId: 'Europe/Brussels',
    screenshot: 'only-on-failure',
    // Recording every step takes a third of the time: KEEP_TRACES=1 keeps those of journeys that fail.
    trace: process.env.KEEP_TRACES ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      // Without these Chromium does not start as root, nor with the small shared memory of a container.
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
  projects: [
    {
      name: 'phone',
      testIgnore: everyPage,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
    { name: 'desk', testIgnore: everyPage, use: { viewport: { width: 1280, height: 800 } } },
    // Looks at every page in both sizes itself: one visit serves both.
    { name: 'pages', testMatch: everyPage, use: { viewport: { width: 1280, height: 800 } } },
  ],
});
