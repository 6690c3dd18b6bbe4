import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** What a journey costs a person. A step is a page that is reached, a field one that is filled in, a tap anything pressed. */
export interface Cost {
  readonly steps: number;
  readonly fields: number;
  readonly taps: number;
}

/**
 * Somebody who uses the product as people do: only what is visible, found by the words that stand on it. On every new
 * page axe looks along, nothing may stick out sideways, and nothing may go wrong in the browser.
 */
export class Traveller {
  readonly page: Page;
  #steps = 0;
  #fields = 0;
  #taps = 0;
  #last = '';
  #seen = new Set<string>();
  #problems: string[] = [];
  readonly #hurried: boolean;

  /** Somebody in a hurry does not look at the pages on the way: for what has to happen before the test begins. */
  constructor(page: Page, { hurried = false }: { hurried?: boolean } = {}) {
    this.page = page;
    this.#hurried = hurried;
    page.on('pageerror', (error) => this.#problems.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      // A page that says no with a status of 4xx is logged as an error by the browser; whether that is right the journey says.
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
        this.#problems.push(`${page.url()}: ${message.text()}`);
    });
  }

  /** Opens the one address that a person may type. */
  async arrive(address = '/'): Promise<void> {
    await this.page.goto(address);
    await this.#look();
  }

  /** Follows a visible link. */
  async follow(words: string | RegExp, within?: Locator): Promise<void> {
    await this.tap((within ?? this.page).getByRole('link', { name: words }).first());
  }

  /** Presses a visible button. */
  async press(words: string | RegExp, within?: Locator): Promise<void> {
    await this.tap((within ?? this.page).getByRole('button', { name: words }).first());
  }

  /** Chooses a radio button, a check box or a tab by its label. */
  async choose(words: string | RegExp, within?: Locator): Promise<void> {
    const place = within ?? this.page;
    const choice = place
      .getByRole('radio', { name: words })
      .or(place.getByRole('checkbox', { name: words }))
      .first();
    // The label is what people press; the control itself may be drawn by it.
    // In the middle, as a person would hold it: a bar that sticks to the foot covers what lies at the edge.
    await choice.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await choice.check({ force: true });
    await expect(choice).toBeChecked();
    this.#taps++;
  }

  /** Picks from a list. */
  async pick(label: string | RegExp, option: string, within?: Locator): Promise<void> {
    await (within ?? this.page).getByLabel(label).first().selectOption({ label: option });
    this.#fields++;
    this.#taps += 2;
  }

  /** Types into a field. */
  async fill(label: string | RegExp, text: string, within?: Locator): Promise<void> {
    const field = (within ?? this.page).getByLabel(label).and(this.page.locator('input, textarea')).first();
    await field.fill(text);
    this.#fields++;
    this.#taps++;
  }

  /** Presses anything visible, and looks at the page that comes of it. */
  async tap(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    await target.click();
    this.#taps++;
    await this.#look();
  }

  async sees(words: string | RegExp): Promise<void> {
    await expect(this.page.getByText(words).first()).toBeVisible();
  }

  /** What the journey cost until now. */
  cost(): Cost {
    return { steps: this.#steps, fields: this.#fields, taps: this.#taps };
  }

  /** Ends the journey: fails on anything that went wrong on the way, and prints what it cost. */
  finish(name: string): void {
    const { steps, fields, taps } = this.cost();
    const { width } = this.page.viewportSize() ?? { width: 0 };
    console.log(`${name} at ${width} px: ${steps} steps, ${fields} fields, ${taps} taps`);
    expect(this.#problems).toEqual([]);
  }

  async #look(): Promise<void> {
    await this.page.waitForLoadState('load');
    if (this.#hurried) return;
    const { pathname } = new URL(this.page.url());
    if (pathname !== this.#last) this.#steps++;
    this.#last = pathname;
    // Ids differ; one look at each kind of page is enough.
    const kind = pathname.replace(/[0-9a-f-]{36}|[\w-]{20,}/g, ':id');
    if (this.#seen.has(kind)) return;
    this.#seen.add(kind);
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    for (const { id, nodes } of violations)
      this.#problems.push(`${kind}: ${id} at ${nodes.map((node) => node.target).join(', ')}`);
    const sideways = await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (sideways > 0) this.#problems.push(`${kind}: sticks out ${sideways} px sideways`);
  }
}
