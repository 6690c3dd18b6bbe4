import { chromium as browserType } from '@playwright/test';
import { endEverything, newFolder, startInstance } from '../../tests/support/instance.ts';
import { chromium } from '../../scripts/testing/programs.ts';
import type { Group } from '../group.ts';

/** What a browser that was never here receives for one page, headers included, as it came over the line. */
async function bytesOf(address: string): Promise<number | null> {
  const browser = await browserType.launch({
    executablePath: await chromium(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    let bytes = 0;
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    const answer = await page.goto(address, { waitUntil: 'networkidle' });
    return answer?.status() === 200 ? bytes : null;
  } finally {
    await browser.close();
  }
}

export const bytes: Group = {
  name: 'bytes',
  budgets: { scanPage: { max: 30_000, what: 'compressed bytes the browser gets before the scan can be answered' } },
  async measure(): Promise<Record<string, number>> {
    const instance = await startInstance(newFolder());
    try {
      const scanPage = await bytesOf(`${instance.address}/scan`);
      return scanPage === null ? {} : { scanPage };
    } finally {
      instance.kill('SIGTERM');
      await instance.ended;
      await endEverything();
    }
  },
};
