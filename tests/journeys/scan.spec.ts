import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { Traveller } from '../support/traveller.ts';

/* The public scan, with and without its script, on a bad line, by keyboard, in four languages, and by two people. */

const statement = (page: Page) => page.locator('[data-statement][data-now]');
const part = (page: Page) => page.locator('[data-part]').filter({ visible: true });
const onward = (page: Page) => page.locator('.foot button').filter({ visible: true }).last();
const radio = (within: Locator | Page, value: string) => within.locator(`label:has(input[value="${value}"])`);

/** With its script: a tap is an answer and a step. */
async function begin(page: Page): Promise<void> {
  await page.goto('/scan');
  await radio(page, 'owner').click();
  await radio(page, '10-19').click();
  await onward(page).click();
  await expect(statement(page)).toBeVisible();
}

async function tap(page: Page, value: string, times = 1): Promise<void> {
  for (let count = 0; count < times; count++) {
    const now = await statement(page).getAttribute('data-statement');
    await radio(statement(page), value).click();
    await page.waitForFunction(
      (before) => document.querySelector('[data-now]')?.getAttribute('data-statement') !== before,
      now,
    );
  }
}

async function finish(page: Page): Promise<string> {
  await onward(page).click();
  await expect(page).toHaveURL(/\/scan\/r\/[\w-]{44}$/);
  return page.url();
}

/** A device that holds answers up to the last statement: 24 taps are tried once, not in every test. */
async function resumeAtTheEnd(page: Page, value: string, address = '/scan', role = 'owner'): Promise<void> {
  await page.goto(address);
  await page.evaluate(
    ([value, role]) => {
      const { version, keep } = document.querySelector<HTMLFormElement>('#scan')!.dataset;
      const asked = [...document.querySelectorAll<HTMLElement>('[data-statement]')].map(
        (one) => one.dataset['statement'],
      );
      const fields = asked.map((id) => [`answers.${id}`, value]);
      fields.push(['answers.about.role', role], ['answers.about.workers', '10-19']);
      localStorage.setItem(
        `krachtlijn.scan.${keep}`,
        JSON.stringify({ version, day: Date.now(), at: asked.at(-1), fields }),
      );
    },
    [value, role] as const,
  );
  await page.reload();
  await page.locator('[data-resume]').click();
  await expect(statement(page)).toContainText('Stelling 24 van 24');
}

async function scanAll(page: Page, value: string, address?: string, role?: string): Promise<string> {
  await resumeAtTheEnd(page, value, address, role);
  await onward(page).click();
  await expect(part(page)).toHaveAttribute('data-part', 'check');
  return finish(page);
}

async function withoutScript(browser: Browser, baseURL: string | undefined): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: false, baseURL, locale: 'nl-BE' })).newPage();
}

test('a thumb needs 29 taps from the first screen to the result', async ({ page }) => {
  const person = new Traveller(page);
  await person.arrive('/scan');
  await person.tap(radio(page, 'owner'));
  await person.tap(radio(page, '10-19'));
  await person.press('Naar de eerste stelling');
  for (let count = 0; count < 24; count++) {
    const now = await statement(page).getAttribute('data-statement');
    await person.tap(radio(statement(page), count % 2 ? 'mostly' : 'always'));
    if (count === 4) {
      await person.sees('Je eerste beeld');
      await person.press('Ga verder met de scan');
    }
    await page.waitForFunction(
      (before) => document.querySelector('[data-now]')?.getAttribute('data-statement') !== before,
      now,
    );
  }
  await person.press('Toon mijn resultaat');
  await expect(page).toHaveURL(/\/scan\/r\//);
  await person.sees('Zo goed past elk profiel');
  expect(person.cost().taps).toBe(29);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  person.finish('scan');
});

test('without script the answers travel in the form: picture after five, back keeps answers, gaps are named', async ({
  browser,
  baseURL,
}) => {
  const page = await withoutScript(browser, baseURL);
  await page.goto('/scan');
  await onward(page).click();
  await expect(page.getByRole('alert')).toContainText('Nog 2 dingen');
  await radio(page, 'hr').click();
  await radio(page, '20-49').click();
  await page.getByLabel(/juiste aantal/).fill('12');
  await onward(page).click();
  await expect(page.getByText('Je koos 20-49 mensen, maar schreef 12.').first()).toBeVisible();
  await page.getByLabel(/juiste aantal/).fill('23');
  await onward(page).click();

  for (const answers of await part(page).getByRole('radiogroup').all()) await radio(answers, 'mostly').click();
  await onward(page).click();
  await expect(page.getByRole('heading', { name: 'Je eerste beeld' })).toBeVisible();
  await page.getByRole('button', { name: 'Vorige' }).filter({ visible: true }).click();
  await expect(part(page).locator('input:checked')).toHaveCount(5);
  await onward(page).click();
  // Five more parts, and in the last one the rest is left open.
  for (let count = 0; count < 6; count++) await onward(page).click();
  await expect(page.getByRole('heading', { name: 'Bijna klaar' })).toBeVisible();
  await expect(page.locator('[data-open]:visible')).toHaveCount(19);

  // A language is a button of the same form.
  await page.locator('.languages summary').click();
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.locator('[data-open]:visible')).toHaveCount(19);
  await page.getByRole('button', { name: /phrase 10/i }).click();
  await radio(page.locator('#st10'), 'always').click();
  for (let count = 0; count < 4; count++) await onward(page).click();
  await expect(page.locator('[data-open]:visible')).toHaveCount(18);
  await finish(page);
  await expect(page.getByText('23')).not.toHaveCount(0);
  await page.context().close();
});

test('without script too few answers give no result, and nothing that was said is lost', async ({
  browser,
  baseURL,
}) => {
  const page = await withoutScript(browser, baseURL);
  await page.goto('/scan');
  await radio(page, 'owner').click();
  await radio(page, '1-9').click();
  for (let count = 0; count < 7; count++) await onward(page).click();
  await onward(page).click();
  await expect(page.getByText('Vanaf 5 tonen we een resultaat.').first()).toBeVisible();
  await page.getByRole('button', { name: /^stelling 1 / }).click();
  await expect(part(page).getByRole('radiogroup')).toHaveCount(5);
  await page.context().close();
});

test('a device goes on where it was, in another language too', async ({ page }) => {
  await begin(page);
  await tap(page, 'mostly', 3);
  await page.goto('/scan?lang=en');
  await expect(page.getByText('You answered 3 of the 24 statements')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).filter({ visible: true }).click();
  await expect(statement(page)).toContainText('Statement 4 of 24');
  await page.goBack();
  await page.goto('/scan?lang=nl');
  await page.getByRole('button', { name: 'Begin opnieuw' }).click();
  await page.reload();
  await expect(page.locator('[data-resume-panel]')).toBeHidden();
});

test('a change of language in the middle keeps the statement and the answers', async ({ page }) => {
  await begin(page);
  await tap(page, 'sometimes', 2);
  await page.locator('.languages summary').click();
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(statement(page)).toContainText('Aussage 3 von 24');
  await expect(page.locator('input[value="sometimes"]:checked')).toHaveCount(2);
  expect(new URL(page.url()).search).toBe('');
});

test('without internet the scan goes on, and sends once there is some again', async ({ page, context }) => {
  await resumeAtTheEnd(page, 'always');
  await context.setOffline(true);
  await tap(page, 'mostly');
  await expect(page.getByText('Je hebt geen internet.').filter({ visible: true })).toBeVisible();
  await onward(page).click();
  await expect(page.getByText('Bewaren lukte niet.')).toBeVisible();
  await context.setOffline(false);
  await finish(page);
});

test('the back button of the browser goes to the statement before', async ({ page }) => {
  await begin(page);
  await tap(page, 'always', 2);
  await page.goBack();
  await expect(statement(page)).toContainText('Stelling 2 van 24');
  await expect(statement(page).locator('input[value="always"]')).toBeChecked();
});

test('without internet there is no first picture, and the scan simply goes on', async ({ page, context }) => {
  await begin(page);
  await context.setOffline(true);
  await tap(page, 'always', 5);
  await expect(statement(page)).toContainText('Stelling 6 van 24');
});

test('with the keyboard arrows choose and Enter goes on', async ({ page }) => {
  await page.goto('/scan');
  await page.locator('input[value="owner"]').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(statement(page)).toContainText('Stelling 1 van 24');
  for (let count = 0; count < 24; count++) {
    if (count === 5) await page.locator('.foot button').filter({ visible: true }).last().press('Enter');
    await expect(statement(page)).toContainText(`Stelling ${count + 1} van 24`);
    await page.keyboard.press('ArrowDown');
    await expect(statement(page).locator('input[value="sometimes"]')).toBeChecked();
    await page.keyboard.press('Enter');
    if (count === 4) await expect(part(page)).toHaveAttribute('data-part', 'first');
  }
  await expect(part(page)).toHaveAttribute('data-part', 'check');
  await page.getByLabel(/Hoe heet je onderneming/).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/scan\/r\//);
});

test('a colleague looks along, and both see where they differ; then the scan is deleted', async ({
  page,
  browser,
  baseURL,
}) => {
  const mine = await scanAll(page, 'always');
  const link = await page.getByLabel('Link voor je collega').inputValue();
  const other = await (await browser.newContext({ baseURL, locale: 'nl-BE' })).newPage();
  await scanAll(other, 'not_yet', link, 'team_leader');
  await expect(other.getByRole('heading', { name: 'Hoe jullie het elk zien' })).toBeVisible();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(
    'Je staat aan het begin. Veel ondernemingen starten hier.',
  );
  await other.context().close();

  const person = new Traveller(page);
  await person.arrive(mine);
  await person.sees('Leidinggevende van een team zegt ‘Nee, nog niet’, zaakvoerder of directie zegt ‘Ja, altijd’.');
  await page.locator('summary', { hasText: 'Wis deze scan nu' }).click();
  await person.press('Wis deze scan nu');
  await person.sees('Je scan is gewist.');
  const gone = await page.goto(mine);
  expect(gone?.status()).toBe(404);
  await person.sees('Deze scan vinden we niet.');
  person.finish('scan of two');
});

test('a result is kept out of caches, search engines and referrers', async ({ page }) => {
  await page.goto(await scanAll(page, 'mostly'));
  const answer = await page.reload();
  expect(answer?.headers()).toMatchObject({ 'cache-control': 'private, no-store', 'referrer-policy': 'same-origin' });
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  const pdf = await page.request.get(`${page.url()}/result.pdf`);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
});
