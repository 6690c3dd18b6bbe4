import { expect, test, type Page } from '@playwright/test';
import { Traveller } from '../support/traveller.ts';

/* A page fetches its texts in one language: changing it in the office, where scripts run, has to change everything. */

/** The languages of the text files that the browser asked for since the last time this was called. */
function fetchedLanguages(page: Page): () => string[] {
  let seen = new Set<string>();
  page.on('request', (request) => {
    const language = request.url().match(/\/texts\/(\w+)\//)?.[1];
    if (language) seen.add(language);
  });
  return () => {
    const languages = [...seen];
    seen = new Set();
    return languages;
  };
}

async function becomeConsultant(page: Page): Promise<Traveller> {
  const person = new Traveller(page, { hurried: true });
  await person.arrive('/example');
  await person.tap(page.getByRole('region', { name: 'consultant', exact: true }).getByRole('button').first());
  await page.waitForURL(/\/home/);
  // With scripts from the first click on, as somebody has them who reads before they click.
  await page.waitForLoadState('networkidle');
  return person;
}

/** Opens another page of the office as people do, and tells whether the document stayed the same. */
async function staysInDocument(page: Page, address: string): Promise<boolean> {
  // Until then a link loads a document, as it does where no script runs.
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => Object.assign(window, { opened: 'here' }));
  const link = page.locator(`a[href="${address}"]:visible`).first();
  if ((await link.count()) === 0) await page.locator('.folded summary').click();
  await link.click();
  await page.waitForURL(`**${address}`);
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => (window as { opened?: string }).opened === 'here');
}

test('the office changes its language by a click and back by keyboard, and fetches no other language', async ({
  page,
}) => {
  const person = await becomeConsultant(page);
  const languages = fetchedLanguages(page);
  await page.locator('summary', { hasText: 'Jouw menu' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('summary', { hasText: 'Your menu' })).toBeVisible();
  expect(await staysInDocument(page, '/enterprises')).toBe(true);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enterprises');
  expect(languages()).toEqual(['en']);

  await page.locator('summary', { hasText: 'Your menu' }).focus();
  await page.keyboard.press('Enter');
  const dutch = page.getByRole('button', { name: 'Nederlands' });
  for (let tab = 0; tab < 12 && !(await dutch.evaluate((one) => one === document.activeElement)); tab++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  expect(await staysInDocument(page, '/home')).toBe(true);
  await expect(page.getByRole('heading', { name: 'Mijn week' })).toBeVisible();
  expect(languages()).toEqual(['nl']);
  person.finish('language');
});
