import { chromium as browserType, type Browser } from '@playwright/test';
import pg from 'pg';
import { embeddedUrl } from '#platform/server/database/embedded/index.ts';
import { endEverything, newFolder, startInstance, type Instance } from '../../tests/support/instance.ts';
import { chromium } from '../../scripts/testing/programs.ts';
import type { Group } from '../group.ts';
import { visitors, type Visitor } from '../visitors.ts';

async function withBrowser<Result>(work: (browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = await browserType.launch({
    executablePath: await chromium(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** What a browser that was never here receives for one page, headers included, as it came over the line; null when it is no page. */
async function bytesOf(
  browser: Browser,
  address: string,
  visitor?: Visitor,
): Promise<{ all: number; scripts: number } | null> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  try {
    if (visitor) await context.addCookies([{ ...visitor.cookie, url: address }]);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    const kinds = new Map<string, string>();
    const bytes = { all: 0, scripts: 0 };
    devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes.all += encodedDataLength;
      if (kinds.get(requestId) === 'Script') bytes.scripts += encodedDataLength;
    });
    const answer = await page.goto(address, { waitUntil: 'networkidle' });
    return answer?.status() === 200 ? bytes : null;
  } finally {
    await context.close();
  }
}

const inTrajectory = ['intake', 'eligibility', 'agreement', 'plan', 'sessions', 'action-plan', 'follow-up'];
const alone = [
  'home',
  'leads',
  'enterprises',
  'trajectories',
  'sessions',
  'attention',
  'invitations',
  'jobs',
  'account',
];

/** The page of the office for which the most JavaScript is fetched, of all that somebody of the programme, of a fund and a guide opens. */
async function heaviestOfficePage(browser: Browser, instance: Instance, say: (line: string) => void): Promise<number> {
  const client = new pg.Client({ connectionString: embeddedUrl(instance.dataFolder)! });
  await client.connect();
  try {
    const { rows } = await client.query<{ trajectory: string; enterprise: string; lead: string }>(
      `select id as trajectory, enterprise_id as enterprise, lead_id as lead from trajectories where state in ('guidance', 'follow_up') order by state, id`,
    );
    const [one] = rows;
    if (!one) throw new Error('the example has no trajectory under way');
    const places = [
      ...alone,
      `leads/${one.lead}`,
      `enterprises/${one.enterprise}`,
      `enterprises/${one.enterprise}/facts`,
      ...inTrajectory.map((page) => `trajectories/${one.trajectory}/${page}`),
    ];
    const roles = ['programme_manager', 'provider_member', 'consultant'];
    let heaviest = { place: '', scripts: 0 };
    for (const visitor of (await visitors(client)).filter(({ role }) => roles.includes(role)))
      for (const place of places) {
        const bytes = await bytesOf(browser, `${instance.address}/${place}`, visitor);
        if (bytes && bytes.scripts > heaviest.scripts) heaviest = { place, scripts: bytes.scripts };
      }
    say(`the heaviest office page is /${heaviest.place}`);
    return heaviest.scripts;
  } finally {
    await client.end();
  }
}

export const bytes: Group = {
  name: 'bytes',
  budgets: {
    scanPage: { max: 30_000, what: 'compressed bytes the browser gets before the scan can be answered' },
    officePageJs: { max: 150_000, what: 'compressed JavaScript of the heaviest office page at first view' },
  },
  async measure(say): Promise<Record<string, number>> {
    const instance = await startInstance(newFolder());
    try {
      return await withBrowser(async (browser) => {
        const scan = await bytesOf(browser, `${instance.address}/scan`);
        const officePageJs = await heaviestOfficePage(browser, instance, say);
        return { ...(scan ? { scanPage: scan.all } : {}), officePageJs };
      });
    } finally {
      instance.kill('SIGTERM');
      await instance.ended;
      await endEverything();
    }
  },
};
