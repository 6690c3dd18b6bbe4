import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { keyboardFindings } from '../support/pages/keyboard.ts';
import { axeFindings, cutFindings, headingFindings, motionFindings, printFindings } from '../support/pages/looking.ts';
import {
  askForFigures,
  askForNews,
  askNewAddress,
  askSignInLink,
  askToAgree,
  askToConfirm,
  askToDeclare,
  keepAFile,
  sendScan,
  tellAProgram,
} from '../support/pages/prepared.ts';
import { pageRoutes } from '../support/pages/routes.ts';
import { findVisits, letEverybodyIn, type Onlooker, type Visit } from '../support/pages/visits.ts';

/*
 * Every page in src/routes, looked at in a browser by a role that may see it: at a desk and on a phone, in light and dark, by
 * keyboard, with large letters, narrow, without motion and on paper. One visit serves all of it; sizes and colours change in place.
 * PICTURES=<folder> also leaves pictures of every page there, for people to look at.
 */

const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 800 };
/** An A4 sheet between its margins, at 96 dots an inch. */
const sheet = { width: 680, height: 960 };

test.setTimeout(180_000);

let contexts: Map<Onlooker, BrowserContext>;
let visits: Map<string, Visit[]>;

test.beforeAll(async ({ browser, baseURL }) => {
  test.setTimeout(300_000);
  contexts = await letEverybodyIn(browser, baseURL!);
  await askSignInLink(contexts.get('visitor')!);
  await askToAgree(contexts.get('lot_coordinator')!);
  await askToConfirm(contexts.get('consultant')!);
  await askToDeclare(contexts.get('lot_coordinator')!);
  await askForFigures(contexts.get('programme_manager')!);
  await askNewAddress(contexts.get('evaluator')!);
  await askForNews(contexts.get('consultant')!);
  await tellAProgram(contexts.get('lot_coordinator')!);
  const kept = await keepAFile(contexts.get('consultant')!);
  visits = await findVisits(contexts, [kept, await sendScan(contexts.get('visitor')!)]);
});
test.afterAll(async () => {
  for (const context of contexts.values()) await context.close();
});

for (const { pattern } of pageRoutes()) {
  test(`the page ${pattern}`, async () => {
    const here = visits.get(pattern) ?? [];
    expect(
      here,
      `no page of the example leads to ${pattern}: link to it, or say in visits.ts how one gets there`,
    ).not.toEqual([]);
    const problems: string[] = [];
    for (const visit of here) problems.push(...(await lookAround(visit, pattern)));
    expect(problems).toEqual([]);
  });
}

/** What is wrong with a page, one line each. */
async function lookAround(visit: Visit, pattern: string): Promise<string[]> {
  const page = await contexts.get(visit.as)!.newPage();
  const problems: string[] = [];
  const note = (where: string, findings: readonly string[]) =>
    problems.push(...findings.map((finding) => `${visit.as} at ${visit.address}, ${where}: ${finding}`));
  page.on('pageerror', (error) => note('script', [error.message]));
  page.on('console', (message) => message.type() === 'error' && note('console', [message.text()]));
  try {
    await page.setViewportSize(desk);
    // Nothing moves, so that colours are what they are at once; and that nothing moves is looked at too.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const answer = await page.goto(visit.address, { waitUntil: 'load' });
    if (!answer?.ok()) note('answer', [String(answer?.status())]);
    await page.evaluate(() => document.fonts.ready);
    const picture = picturesOf(page, `${pattern}-${visit.as}-${visits.get(pattern)!.indexOf(visit)}`);

    note('desk, light', [
      ...(await headingFindings(page)),
      ...(await axeFindings(page, 'everything')),
      ...(await cutFindings(page)),
    ]);
    await picture('desk-light');
    await page.emulateMedia({ colorScheme: 'dark' });
    note('desk, dark', await axeFindings(page, 'colours'));
    await picture('desk-dark');
    note('desk', await keyboardFindings(page));
    await page.emulateMedia({ colorScheme: 'light' });
    note('less motion', await motionFindings(page));
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    note('letters twice as large', [...(await axeFindings(page, 'all but colours')), ...(await cutFindings(page))]);
    await picture('large');
    await page.evaluate(() => (document.documentElement.style.fontSize = ''));

    await page.setViewportSize(phone);
    note('phone, light', [
      ...(await headingFindings(page)),
      ...(await axeFindings(page, 'everything')),
      ...(await cutFindings(page)),
    ]);
    await picture('phone-light');
    await page.emulateMedia({ colorScheme: 'dark' });
    note('phone, dark', await axeFindings(page, 'colours'));
    await picture('phone-dark');
    note('phone', await keyboardFindings(page));
    await page.setViewportSize({ width: 320, height: 640 });
    note('320 px', await cutFindings(page));

    await page.setViewportSize(sheet);
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    note('paper', await printFindings(page));
    await picture('paper');
  } finally {
    await page.close();
  }
  return problems;
}

function picturesOf(page: Page, name: string): (kind: string) => Promise<void> {
  const folder = process.env.PICTURES;
  if (!folder) return async () => {};
  mkdirSync(folder, { recursive: true });
  const plain = name.replace(/^\//, '').replace(/[^\w-]+/g, '_') || 'front';
  return async (kind) => {
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: path.join(folder, `${plain}.${kind}.png`), fullPage: true });
  };
}
