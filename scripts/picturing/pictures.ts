import type { Page } from '@playwright/test';

/** A picture of a page in the README: what is done until it shows. */
export interface Picture {
  /** File name in docs/screenshots, without extension. */
  readonly name: string;
  readonly size: 'phone' | 'desk';
  readonly dark?: boolean;
  open(page: Page): Promise<unknown>;
}

/** The case of the example that has come furthest: its action plan is sealed. */
const furthest = 'Kantoor Cijferveld';

/** Steps into a role of the example programme, as its page `/example` lets every visitor do. */
export async function stepInto(page: Page, role: string): Promise<void> {
  await page.goto('/example');
  const card = page.getByRole('region', { name: role, exact: true });
  await card.getByRole('button').first().click();
  await page.waitForURL(/\/home/);
}

const coordinator = 'coördinator van een perceel';

/** The home of one role of somebody who may hold several. */
async function homeAs(page: Page, role: string, code: string): Promise<void> {
  await stepInto(page, role);
  await page.goto(`/home?role=${code}`);
}

/** A sector consultant with requests and trajectories: the first on the list has few. */
async function busyFund(page: Page): Promise<void> {
  await page.goto('/example');
  await page
    .locator('button[value="019864a5-2000-7000-8000-b02c00000000"]')
    .first()
    .evaluate((button: HTMLButtonElement) => button.form!.requestSubmit(button));
  await page.waitForURL(/\/home/);
  await page.goto('/home?role=provider_member');
}

/** The week before the example's day, in which the consultant gave a session. */
async function busyWeek(page: Page): Promise<void> {
  await stepInto(page, 'consultant');
  await page.getByRole('link', { name: 'Vorige week' }).click();
  await page.waitForURL(/week=/);
  await page.evaluate(() => scrollTo(0, 0));
}

async function openEnterprise(page: Page, name: string): Promise<void> {
  await page.goto('/enterprises');
  await page.getByRole('link', { name }).first().click();
  await page.waitForURL(/\/enterprises\/.+/);
}

/** A part of its trajectory, through the navigation that stands on each of them. */
async function openPart(page: Page, name: string, part: 'plan' | 'action-plan'): Promise<void> {
  await openEnterprise(page, name);
  await page.locator('main a[href^="/trajectories/"]').first().click();
  await page.waitForURL(/\/trajectories\/.+/);
  await page.locator(`nav a[href$="/${part}"]`).first().click();
  await page.waitForURL((address) => address.pathname.endsWith(`/${part}`));
}

async function choose(page: Page, words: string, group?: string): Promise<void> {
  const place = group
    ? page.getByRole('radiogroup', { name: group })
    : page.getByRole('radiogroup').filter({ visible: true }).first();
  await place.getByRole('radio', { name: words }).check({ force: true });
}

/** To a statement of the scan, or past the last; answers go up and down, so that the result has something to tell. */
async function answerUntil(page: Page, last: number): Promise<void> {
  await page.goto('/scan');
  await choose(page, 'Zaakvoerder of directie', 'In welke rol vul je dit in?');
  await choose(page, '10 tot 19', 'Hoeveel mensen werken er in je onderneming?');
  await page.getByRole('button', { name: 'Naar de eerste stelling' }).click();
  for (let statement = 1; statement < last; statement++) {
    await page.getByText(`Stelling ${statement} van 24`).filter({ visible: true }).first().waitFor();
    await choose(page, ['Meestal wel', 'Ja, altijd', 'Soms', 'Ja, altijd', 'Meestal wel'][statement % 5]!);
    if (statement === 5) await page.getByRole('button', { name: 'Ga verder met de scan' }).click();
  }
  if (last <= 24) await page.getByText(`Stelling ${last} van 24`).filter({ visible: true }).first().waitFor();
}

async function scanResult(page: Page): Promise<void> {
  await answerUntil(page, 25);
  await page.getByRole('button', { name: 'Toon mijn resultaat' }).click();
  await page.waitForURL(/\/scan\/r\//);
}

async function checkedDocument(page: Page): Promise<void> {
  await stepInto(page, 'consultant');
  await openPart(page, furthest, 'action-plan');
  await page
    .getByRole('link', { name: /Kijk na of het echt is|controlecode/i })
    .first()
    .click();
  await page.waitForURL(/\/check\/.+/);
}

export const pictures: readonly Picture[] = [
  { name: 'front', size: 'desk', open: (page) => page.goto('/') },
  { name: 'scan-phone', size: 'phone', open: (page) => answerUntil(page, 3) },
  { name: 'scan-result', size: 'desk', open: scanResult },
  { name: 'home', size: 'desk', open: busyWeek },
  { name: 'home-consultant-phone', size: 'phone', open: busyWeek },
  { name: 'home-enterprise', size: 'desk', open: (page) => stepInto(page, 'zaakvoerder of HR') },
  { name: 'home-fund', size: 'desk', open: busyFund },
  { name: 'home-coordinator', size: 'desk', open: (page) => homeAs(page, coordinator, 'lot_coordinator') },
  { name: 'home-programme', size: 'desk', open: (page) => stepInto(page, 'programmabeheerder') },
  { name: 'home-evaluator', size: 'desk', open: (page) => stepInto(page, 'evaluator') },
  { name: 'home-auditor', size: 'desk', open: (page) => stepInto(page, 'auditor') },
  {
    name: 'search',
    size: 'desk',
    open: async (page) => {
      await stepInto(page, 'programmabeheerder');
      await page.goto('/search?words=kantor+sijferveld');
    },
  },
  {
    name: 'timeline',
    size: 'desk',
    open: async (page) => {
      await stepInto(page, 'consultant');
      await openEnterprise(page, furthest);
    },
  },
  {
    name: 'plan',
    size: 'desk',
    open: async (page) => {
      await stepInto(page, 'consultant');
      await openPart(page, furthest, 'plan');
    },
  },
  {
    name: 'action-plan',
    size: 'desk',
    open: async (page) => {
      await stepInto(page, 'consultant');
      await openPart(page, furthest, 'action-plan');
    },
  },
  { name: 'check-dark', size: 'desk', dark: true, open: checkedDocument },
];
