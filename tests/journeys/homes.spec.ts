import { expect, test, type Page } from '@playwright/test';
import { Traveller } from '../support/traveller.ts';

/* Homes for daily work, search and single keys, as people meet them in the example programme. */

async function become(page: Page, role: string): Promise<Traveller> {
  const person = new Traveller(page);
  await person.arrive('/example');
  await person.tap(page.getByRole('region', { name: role, exact: true }).getByRole('button').first());
  await page.waitForURL(/\/home/);
  return person;
}

const homes: readonly [role: string, tells: string | RegExp][] = [
  ['consultant', 'Mijn week'],
  ['sectorconsulent', 'Wat is er nieuw?'],
  ['zaakvoerder of HR', 'Wat is er nieuw?'],
  ['coördinator van een perceel', 'Wat is er nieuw?'],
  ['programmabeheerder', 'Dit vraagt je aandacht'],
  ['evaluator', 'Bereikte organisaties per perceel en grootte'],
  ['auditor', 'Trek een steekproef'],
];

for (const [role, tells] of homes)
  test(`the home of the ${role} opens with what is theirs, and axe finds nothing`, async ({ page }) => {
    const person = await become(page, role);
    await expect(page.getByRole('heading', { name: tells })).toBeVisible();
    await person.finish('homes');
  });

test('the coordinator sees each partner’s pace as a picture and as a table', async ({ page }) => {
  const person = await become(page, 'coördinator van een perceel');
  await person.follow('coördinator van een perceel');
  const pace = page.getByRole('region', { name: 'Het tempo van de partners' });
  await expect(pace.getByRole('img').first()).toBeVisible();
  await pace.getByText('Tabel', { exact: true }).click();
  await expect(pace.getByRole('columnheader', { name: 'Bij een gelijk tempo' })).toBeVisible();
  await person.finish('homes');
});

test('a search with a typing mistake finds the enterprise, without a mouse', async ({ page }) => {
  await become(page, 'programmabeheerder');
  await page.keyboard.press('/');
  await expect(page.locator('input[type="search"]:focus')).toHaveCount(1);
  await page.keyboard.type('kantor sijferveld');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search/);
  await expect(page.getByRole('link', { name: 'Kantoor Cijferveld' }).first()).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Kantoor Cijferveld' }).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/enterprises\/.+/);
});

test('the question mark lists the keys; switched off, no single key does anything', async ({ page }) => {
  const person = await become(page, 'auditor');
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Toetsen' });
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await person.arrive('/account');
  await page.getByRole('checkbox', { name: 'Losse toetsen gebruiken' }).uncheck({ force: true });
  await person.press('Bewaar', page.getByRole('region', { name: 'Toetsen' }));
  await page.waitForURL(/saved/);
  await page.keyboard.press('?');
  await expect(list).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Losse toetsen gebruiken' }).check({ force: true });
  await person.press('Bewaar', page.getByRole('region', { name: 'Toetsen' }));
});

test('the auditor draws a sample twice and gets the same files, and a zip of the first', async ({ page }) => {
  const person = await become(page, 'auditor');
  await page.getByLabel('Code').fill('herfst');
  await page.getByLabel('Aantal dossiers').fill('3');
  await person.press('Trek de steekproef');
  await page.waitForURL(/\/sample\?/);
  const names = () => page.locator('tbody th').allInnerTexts();
  const first = await names();
  expect(first).toHaveLength(3);
  await page.reload();
  expect(await names()).toEqual(first);
  const coming = page.waitForEvent('download');
  await page
    .getByRole('link', { name: /Dossier van/ })
    .first()
    .click();
  expect((await coming).suggestedFilename()).toMatch(/^dossier-.+\.zip$/);
  await person.finish('homes');
});
