import { expect, type BrowserContext } from '@playwright/test';
import { addDays, dayInBrussels } from '../../../src/shared/dates.ts';
import { goTo, writeActionPlan } from '../mainJob.ts';
import { Traveller } from '../traveller.ts';

/** In the example no letter asks this enterprise yet to confirm its action plan; its guidance is nearly done. */
const nearlyDone = 'Zorgkoepel Zilverwei';
/** This one was asked for its agreement and did not answer yet. */
const notAgreed = 'Elektro Vonckenaer';

/** Writes an action plan and asks both sides to confirm it, so that the mailbox of the example holds a link to it. */
export async function askToConfirm(consultant: BrowserContext): Promise<void> {
  const person = new Traveller(await consultant.newPage(), { hurried: true });
  const today = dayInBrussels(new Date());
  await person.arrive('/home');
  await goTo(person, 'Ondernemingen');
  await person.follow(nearlyDone);
  await person.follow('Actieplan', person.page.getByRole('region', { name: 'Het traject' }));
  await expect(person.page.getByRole('heading', { level: 1, name: 'Actieplan' })).toBeVisible();
  // A server that already served this journey was asked then.
  if (await person.page.getByRole('group', { name: 'Gewoonte 1' }).isVisible())
    await writeActionPlan(person, today, addDays(today, 120));
  await person.page.close();
}

/** Asks for a link to sign in, so that the mailbox of the example holds one that works. */
export async function askSignInLink(visitor: BrowserContext): Promise<void> {
  const person = new Traveller(await visitor.newPage(), { hurried: true });
  await person.arrive('/sign-in');
  await person.fill('Je e-mailadres', 'lotte@consulenten.example.org');
  await person.press('Stuur me de link');
  await person.page.close();
}

/** Asks an enterprise once more to agree, since the link that the example came with lives only so long. */
export async function askToAgree(coordinator: BrowserContext): Promise<void> {
  const person = new Traveller(await coordinator.newPage(), { hurried: true });
  await person.arrive('/home');
  await goTo(person, 'Ondernemingen');
  await person.follow(notAgreed);
  await person.follow('Overeenkomst', person.page.getByRole('region', { name: 'Het traject' }));
  await expect(person.page).toHaveURL(/\/agreement/);
  await person.tap(person.page.locator('summary', { hasText: 'Verstuur opnieuw' }));
  await person.press('Verstuur opnieuw');
  await person.sees('Verstuurd');
  await person.page.close();
}

/** Asks an enterprise what aid it received, so that the mailbox of the example holds a link to its declaration. */
export async function askToDeclare(coordinator: BrowserContext): Promise<void> {
  const person = new Traveller(await coordinator.newPage(), { hurried: true });
  await person.arrive('/home');
  await goTo(person, 'Ondernemingen');
  await person.follow(notAgreed);
  await person.follow('Beslissing', person.page.getByRole('region', { name: 'Het traject' }));
  await person.follow('Verklaring over steun');
  await expect(person.page).toHaveURL(/\/aid/);
  await person.page
    .getByRole('button', { name: /^Vraag (de verklaring|opnieuw)$/ })
    .first()
    .click();
  await expect(person.page.getByText('De vraag is verstuurd.')).toBeVisible();
  await person.page.close();
}

/** Asks a bookkeeper for the figures of an enterprise that is not decided on yet, so that there is a letter with the link. */
export async function askForFigures(manager: BrowserContext): Promise<void> {
  const page = await manager.newPage();
  const found = async (address: string, pattern: RegExp) =>
    pattern.exec(await (await page.request.get(address)).text())?.[0] ?? '';
  const enterprise = await found('/enterprises?stage=eligibility', /\/enterprises\/[0-9a-f-]{36}/);
  const trajectory = await found(enterprise, /\/trajectories\/[0-9a-f-]{36}/);
  await page.goto(`${trajectory}/eligibility/bookkeeper`);
  // A server that already served this journey asked then.
  if (!(await page.getByRole('button', { name: 'Trek de link in' }).first().isVisible())) {
    await page.getByLabel('E-mailadres van de boekhouder').fill('cijfers@boekhouder.example.org');
    await page.getByRole('button', { name: 'Stuur de link' }).click();
    await expect(page.getByText('De mail met de link is onderweg').first()).toBeVisible();
  }
  await page.close();
}

/** Has a program told of what happens, so that there is a page with what it was told. */
export async function tellAProgram(coordinator: BrowserContext): Promise<void> {
  const page = await coordinator.newPage();
  await page.goto('/webhooks');
  await page.getByLabel('Adres van je programma').fill('https://example.org/krachtlijn');
  await page.getByLabel('Van waar wil je horen?').selectOption({ index: 1 });
  await page.getByRole('checkbox').first().check({ force: true });
  await page.getByRole('button', { name: 'Voeg toe' }).click();
  await expect(page.getByText('Het adres is toegevoegd')).toBeVisible();
  await page.close();
}

/** Asks for another address, so that there is a letter with the link that confirms it. */
export async function askNewAddress(someone: BrowserContext): Promise<void> {
  const page = await someone.newPage();
  await page.goto('/account/my-data');
  await page.getByLabel('Nieuw e-mailadres').fill('nieuw.adres@example.org');
  await page.getByRole('button', { name: 'Stuur de link' }).click();
  await expect(page.getByText('Kijk in je mailbox')).toBeVisible();
  await page.close();
}

/** Has the next mail with news sent at once, so that there is a letter with a link that ends such letters. */
export async function askForNews(someone: BrowserContext): Promise<void> {
  const page = await someone.newPage();
  await page.goto('/account/notifications');
  // A server that already served this journey told everything then.
  const button = page.getByRole('button', { name: 'Stuur me deze mail nu' });
  if (await button.isVisible()) {
    await button.click();
    await expect(page.getByText('De mail is onderweg')).toBeVisible();
  }
  await page.close();
}

/** Keeps a file with an enterprise and gives the address of its page. */
export async function keepAFile(consultant: BrowserContext): Promise<string> {
  const person = new Traveller(await consultant.newPage(), { hurried: true });
  await person.arrive('/home');
  await goTo(person, 'Ondernemingen');
  await person.follow(nearlyDone);
  await person.follow('Bestanden');
  await person.page
    .getByLabel('Bestand', { exact: true })
    .setInputFiles({ name: 'afspraken.txt', mimeType: 'text/plain', buffer: Buffer.from('Wat we samen afspraken.') });
  await person.press('Voeg toe');
  await expect(person.page).toHaveURL(/\/attachments\/[\w-]+/);
  const { pathname } = new URL(person.page.url());
  await person.page.close();
  return pathname;
}

/** Sends a scan, with the same answer to every statement, and gives the address of its result. */
export async function sendScan(visitor: BrowserContext): Promise<string> {
  const page = await visitor.newPage();
  await page.goto('/scan');
  await page.locator('#scan').evaluate((form: HTMLFormElement) => {
    const choose = (name: string, value: string) =>
      form
        .querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)
        .forEach((input) => (input.checked = input.value === value));
    for (const statement of form.querySelectorAll<HTMLElement>('[data-statement]'))
      choose(`answers.${statement.dataset['statement']}`, 'mostly');
    choose('answers.about.role', 'owner');
    choose('answers.about.workers', '10-19');
    form.action = '?/send';
    HTMLFormElement.prototype.submit.call(form);
  });
  await expect(page).toHaveURL(/\/scan\/r\//);
  const { pathname } = new URL(page.url());
  await page.close();
  return pathname;
}
