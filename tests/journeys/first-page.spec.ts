import { expect, test } from '@playwright/test';
import { Traveller } from '../support/traveller.ts';

test('somebody who opens the site reads in Dutch what it is for, and in French after one choice', async ({ page }) => {
  const visitor = new Traveller(page);
  await visitor.arrive();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  await page.goto('/?lang=fr');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  visitor.finish('first-page');
});

test('the first page needs no script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await context.close();
});
