import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Rules whose answer hangs on colours; the others say the same in light and dark. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** What axe finds, one line each. `of` limits it to rules about colour, or leaves these out. */
export async function axeFindings(page: Page, of: 'everything' | 'colours' | 'all but colours'): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  // There are no frames, so axe may run in one piece, which is four times as fast; and it need not be sent to a page twice.
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: 'void 0;' }) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] });
  if (of === 'colours') axe.withRules(rulesOfColour);
  if (of === 'all but colours') axe.disableRules(rulesOfColour);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `axe ${id} at ${nodes.map(({ target }) => target).join(', ')}`);
}

/** A title, a language, and one heading of the first level that can be seen. */
export async function headingFindings(page: Page): Promise<string[]> {
  const findings: string[] = [];
  if (!/\S.* · Krachtlijn$|^Krachtlijn · \S/.test(await page.title()))
    findings.push(`the title is «${await page.title()}»`);
  const headings = await page.getByRole('heading', { level: 1 }).filter({ visible: true }).count();
  if (headings !== 1) findings.push(`${headings} headings of level one`);
  return findings;
}

/** Nothing may stick out of the window sideways, and no words may be cut off. */
export async function cutFindings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const findings: string[] = [];
    const name = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> «${element.textContent?.trim().slice(0, 40)}»`;
    const sideways = document.documentElement.scrollWidth - innerWidth;
    if (sideways > 0) {
      const wide = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > innerWidth + 0.5 && element.checkVisibility(),
      );
      findings.push(`sticks out ${sideways} px sideways: ${wide.slice(-1).map(name)}`);
    }
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(element);
      if (!element.checkVisibility() || element.clientWidth < 8 || style.clipPath !== 'none') continue;
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (!words) continue;
      if (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
        findings.push(`words are cut at the side: ${name(element)}`);
      if (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 2)
        findings.push(`words are cut below: ${name(element)}`);
    }
    return findings;
  });
}

/** Who asked for less motion sees nothing move. */
export async function motionFindings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const longest = (times: string) => Math.max(...times.split(',').map((time) => parseFloat(time)));
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const style = getComputedStyle(element);
        return longest(style.transitionDuration) > 0.01 || longest(style.animationDuration) > 0.01;
      })
      .map((element) => `still moves: <${element.tagName.toLowerCase()} class="${element.getAttribute('class')}">`);
  });
}

/** On paper there is nothing to press to get elsewhere, and nothing that sticks to a window. */
export async function printFindings(page: Page): Promise<string[]> {
  const onPaper = await page.evaluate(() => {
    const seen = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
    const name = (element: Element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute('class')}">`;
    const navigation = [...document.querySelectorAll('nav, body > footer, .skip')].filter(seen);
    const stuck = [...document.querySelectorAll('body *')].filter(
      (element) => /^(fixed|sticky)$/.test(getComputedStyle(element).position) && seen(element),
    );
    return [
      ...navigation.map((element) => `prints navigation: ${name(element)}`),
      ...stuck.map((element) => `sticks to the sheet: ${name(element)}`),
    ];
  });
  return [...onPaper, ...(await cutFindings(page))];
}
