import type { Page } from '@playwright/test';

/** What the walk finds out in the page. */
interface Walk {
  readonly usable: readonly HTMLElement[];
  readonly reached: Set<Element>;
  readonly problems: string[];
  /** The focus went through every control and left the page, or came to the first again. */
  left: boolean;
}
type Walking = Window & { keyboardWalk?: Walk };

const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
const tabsAtOnce = 10;

/**
 * Walks through the page with Tab, from its beginning until the focus leaves it. Every control that can be seen must be
 * reached, show that it has the focus, and not lie wholly under something else (WCAG 2.1.1, 2.1.2, 2.4.7, 2.4.11).
 */
export async function keyboardFindings(page: Page): Promise<string[]> {
  const most = await page.evaluate(beginWalk);
  const browser = await page.context().newCDPSession(page);
  for (let presses = 0; presses < most; presses += tabsAtOnce) {
    // Keys go into the pipe in order, so none has to wait for the one before to be answered.
    const keys = Array.from({ length: tabsAtOnce }, () =>
      (['rawKeyDown', 'keyUp'] as const).map((type) => browser.send('Input.dispatchKeyEvent', { type, ...tab })),
    );
    await Promise.all(keys.flat());
    if (await page.evaluate(() => (window as Walking).keyboardWalk!.left)) break;
  }
  await browser.detach();
  return (await page.evaluate(endWalk)).map((finding) => `by keyboard, ${finding}`);
}

/** Gives how often Tab is pressed at most. Long because it runs in the page, where nothing of this file is known. */
function beginWalk(): number {
  const controls = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]';
  const usable = [...document.querySelectorAll<HTMLElement>(controls)].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.matches(':disabled, [type=hidden], [tabindex="-1"], summary:not(details > summary:first-of-type)'),
  );
  const walk: Walk = { usable, reached: new Set(), problems: [], left: false };
  (window as Walking).keyboardWalk = walk;
  // The way begins before the first control, wherever somebody was.
  document.documentElement.tabIndex = -1;
  document.documentElement.focus();
  document.documentElement.removeAttribute('tabindex');
  scrollTo(0, 0);

  const nameOf = (element: Element) =>
    `<${element.tagName.toLowerCase()}> «${element.textContent?.trim().slice(0, 40) || element.getAttribute('name')}»`;
  // A drawn control shows the focus of the one that it stands for: its label, or what lies around or right behind it.
  const showsFocus = (element: Element) =>
    [element, element.nextElementSibling, element.parentElement, element.closest('label')].some((place) => {
      if (!place) return false;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(place);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !outlineColor.endsWith(', 0)');
    });
  const isFree = (place: Element) => {
    const { left, top, width, height } = place.getBoundingClientRect();
    return [0.1, 0.5, 0.9].some((across) =>
      [0.1, 0.5, 0.9].some((down) => {
        const hit = document.elementFromPoint(left + width * across, top + height * down);
        return hit !== null && (place.contains(hit) || hit.contains(place));
      }),
    );
  };

  let last: Element | null = null;
  // The key comes up on the control that the focus went to, after the page has scrolled there.
  document.addEventListener('keyup', (event) => {
    if (event.key !== 'Tab' || walk.left) return;
    const element = document.activeElement;
    // A date has a place for day, month and year.
    if (element && element === last) return;
    if (!element || element === document.body || walk.reached.has(element)) {
      walk.left = walk.reached.size > 0;
      return;
    }
    last = element;
    walk.reached.add(element);
    if (!showsFocus(element)) walk.problems.push(`${nameOf(element)} has the focus and does not show it`);
    if (!isFree(element.closest('label') ?? element))
      walk.problems.push(`${nameOf(element)} has the focus and lies under something else, or outside the window`);
  });
  return usable.length + 2 * usable.filter((element) => element.matches('[type=date]')).length + 12;
}

function endWalk(): string[] {
  const { usable, reached, problems, left } = (window as Walking).keyboardWalk!;
  // Of a group of radio buttons Tab reaches one; arrows do the rest.
  const isReached = (element: HTMLElement) =>
    reached.has(element) ||
    (element instanceof HTMLInputElement &&
      element.type === 'radio' &&
      [...reached].some(
        (other) => other instanceof HTMLInputElement && other.name === element.name && other.form === element.form,
      ));
  const missed = usable.filter((element) => element.isConnected && element.checkVisibility() && !isReached(element));
  return [
    ...problems,
    ...missed.map((element) => {
      const words = element.textContent?.trim().slice(0, 40) || element.getAttribute('name');
      return `never reached: <${element.tagName.toLowerCase()}> «${words}»`;
    }),
    ...(left ? [] : ['the focus does not come out of the page again']),
  ];
}
