import type { Page } from '@playwright/test';

/** A picture of a page in the README: what is done until it shows. */
export interface Picture {
  /** File name in docs/screenshots, without extension. */
  readonly name: string;
  readonly size: 'phone' | 'desk';
  readonly dark?: boolean;
  open(page: Page): Promise<unknown>;
}

/** Steps into a role of the example programme, as its page `/example` lets every visitor do. */
export async function stepInto(page: Page, role: string): Promise<void> {
  await page.goto('/example');
  const card = page
    .locator('section, article, div')
    .filter({ has: page.getByRole('heading', { name: role, exact: true }) });
  await card.last().getByRole('button').first().click();
  await page.waitForLoadState('networkidle');
}

export const pictures: readonly Picture[] = [
  { name: 'front', size: 'desk', open: (page) => page.goto('/') },
  { name: 'front-phone', size: 'phone', open: (page) => page.goto('/') },
  { name: 'front-dark', size: 'desk', dark: true, open: (page) => page.goto('/') },
  { name: 'example', size: 'desk', open: (page) => page.goto('/example') },
];
