import { expect, test, type Page } from '@playwright/test';
import { codeAt } from '../../src/modules/access/server/secondFactor.ts';
import { stepInto } from '../support/mainJob.ts';
import { Traveller } from '../support/traveller.ts';

/** A device that keeps passkeys and knows its owner, as a laptop with a finger reader does. */
async function giveFingerReader(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

const signOut = async (page: Page) => {
  const here = page.getByRole('listitem').filter({ hasText: 'dit toestel' });
  await here.getByRole('button', { name: /^Meld af/ }).click();
  await expect(page).toHaveURL((url) => url.pathname === '/');
};

test('somebody makes a passkey, signs in with it, and takes it away', async ({ page }) => {
  await giveFingerReader(page);
  const person = new Traveller(page);
  await stepInto(person, 'Ruben');
  await person.arrive('/account');
  const name = await page.getByLabel('Je naam').inputValue();
  await person.fill('Naam van het toestel', 'Toestel met vingerlezer');
  await person.press('Maak een toegangssleutel');
  await person.sees('Toestel met vingerlezer');
  await signOut(page);

  // A device that answers at once leads on before anybody could look at the page.
  await page.goto('/sign-in?to=/account', { waitUntil: 'commit' });
  // The browser may offer the passkey by itself while the address is typed; who does not wait for that presses the button.
  const onAccount = (url: URL) => url.pathname === '/account';
  await page
    .waitForURL(onAccount, { timeout: 3000 })
    .catch(() => page.getByRole('button', { name: 'Met een toegangssleutel' }).click());
  await expect(page).toHaveURL(onAccount);
  await page.waitForLoadState('networkidle');
  expect(await page.getByLabel('Je naam').inputValue()).toBe(name);
  await person.sees('met een toegangssleutel');
  await person.press('Verwijder: Toestel met vingerlezer');
  await expect(page.getByText('Toestel met vingerlezer')).toHaveCount(0);
  person.finish('passkey');
});

test('somebody sets a password with a code app, and signs in with a recovery code', async ({ page }) => {
  const person = new Traveller(page);
  await stepInto(person, 'Ruben');
  await person.arrive('/account');
  const email = await page.getByLabel('Je e-mailadres').inputValue();
  await person.arrive('/account/password');
  await person.fill('Je nieuwe wachtwoord', 'welkom123');
  await person.press('Ga verder');
  await person.sees(/minstens 12 tekens/i);
  await person.fill('Je nieuwe wachtwoord', 'vier koeien in de wei');
  await person.press('Ga verder');
  await expect(page.getByRole('img', { name: 'QR-code voor je app' })).toBeVisible();
  const secret = (await page.locator('code.secret').innerText()).replaceAll(' ', '');
  await person.fill('De code uit je app', codeAt(secret, new Date()));
  await person.press('Bevestig');
  await person.sees('Bewaar nu je herstelcodes');
  const codes = await page.locator('.codes code').allInnerTexts();
  expect(codes).toHaveLength(10);
  await person.follow('Ik heb ze bewaard');
  await signOut(page);

  await person.arrive('/sign-in?to=/account/password');
  await person.follow('Met een wachtwoord en een code');
  await expect(page).toHaveURL(/\/sign-in\/password/);
  await person.fill('Je e-mailadres', email);
  await person.fill('Je wachtwoord', 'vijf koeien in de wei');
  await person.fill('De code uit je app', codes[0]!);
  await person.press('Meld me aan');
  await person.sees('Dat klopt niet');
  await expect(page.getByLabel('Je wachtwoord')).toHaveValue('');
  expect(await page.content()).not.toContain('vijf koeien');
  await person.fill('Je wachtwoord', 'vier koeien in de wei');
  await person.fill('De code uit je app', codes[0]!);
  await person.press('Meld me aan');
  await person.sees('Je hebt er nog 9');
  await person.press('Verwijder mijn wachtwoord');
  await expect(page).toHaveURL(/\/account\?saved/);
  person.finish('password');
});

test('signing in by mail, and with a password, needs no script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: 'Met een toegangssleutel' })).toBeHidden();
  await page.getByRole('link', { name: 'Met een wachtwoord en een code' }).click();
  await page.getByLabel('Je e-mailadres').fill('niemand@example.org');
  await page.getByLabel('Je wachtwoord').fill('vier koeien in de wei');
  await page.getByLabel('De code uit je app').fill('123456');
  await page.getByRole('button', { name: 'Meld me aan' }).click();
  await expect(page.getByText('Dat klopt niet')).toBeVisible();
  await expect(page.getByLabel('Je e-mailadres')).toHaveValue('niemand@example.org');
  await context.close();
});

test('somebody connects an account of the government, signs in with it, and lets it go', async ({ page }) => {
  const person = new Traveller(page);
  await stepInto(person, 'Ruben');
  await person.arrive('/account');
  await page.getByRole('link', { name: 'Verbind met ACM/IDM' }).click();
  await page.getByRole('link', { name: 'Ruben Verhaegen, Sectorfonds Morgen' }).click();
  await person.sees('Is dit jouw account?');
  await person.press('Verbind ze');
  await expect(page).toHaveURL((url) => url.pathname === '/account');
  await signOut(page);

  await person.arrive('/sign-in?to=/account');
  // The provider still knows the browser, and asks nothing.
  await page.getByRole('link', { name: 'Met ACM/IDM' }).click();
  await expect(page).toHaveURL((url) => url.pathname === '/account');
  await person.sees('met een overheidsaccount');
  await person.press(/^Maak los/);
  await expect(page.getByRole('link', { name: 'Verbind met ACM/IDM' })).toBeVisible();
  person.finish('provider');
});
