import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import * as job from '../support/mainJob.ts';
import { Traveller } from '../support/traveller.ts';

/*
 * Eligibility beforehand, as a sector consultant lives it: an enterprise that stands alone in at most twelve fields; then it
 * turns out to belong to a group of five, which is drawn, explained and frozen; and an auditor runs the decision again.
 */

/** Each size has an enterprise of its own that waits for its decision, in the example. */
const cases = {
  phone: { name: 'Buurtwerking Klaprozenplein', guide: 'Amina Lindenpad', aid: undefined },
  desk: { name: 'Weverij Ganzenriet', guide: 'Greet Spinnewielen', aid: '12.000' },
} as const;

/** What is asked of who stands alone: each group of choices is one field. */
const askedIn = (page: Page) =>
  page.locator('#decide').evaluate((form: HTMLFormElement) => {
    const shown = [...form.elements].filter(
      (field) => field.matches('input:not([type=hidden]), select, textarea') && field.checkVisibility(),
    );
    return new Set(shown.map((field) => (field as HTMLInputElement).name).filter((name) => name !== '')).size;
  });

const drawing = (page: Page) => page.locator('#decide svg[role="group"]');

test('an enterprise that stands alone in twelve fields, and a group of five drawn, explained and frozen', async ({
  page,
}, { project }) => {
  const person = new Traveller(page);
  const { name, guide, aid } = cases[project.name as keyof typeof cases];
  const question = page.getByRole('radiogroup', { name: 'Staat de onderneming op zichzelf?' });
  const figures = async (people: string, turnover: string, balance: string, within = page.locator('#own-figures')) => {
    await person.fill('Voltijdse krachten', people, within);
    await person.fill('Omzet zonder btw', turnover, within);
    await person.fill('Balanstotaal', balance, within);
  };

  await test.step('a decision for an enterprise that stands alone, in at most twelve fields', async () => {
    await job.stepInto(person, guide);
    await job.openTrajectory(person, { name, number: '', email: '' }, 'Beslissing');
    await person.choose('Ja', question);
    if (!aid) expect(await askedIn(page)).toBeLessThanOrEqual(12);
    const before = person.cost().fields;
    await figures('20', '3.000.000', '2.000.000');
    if (aid) await page.locator('input[name="declaredAid.1.amountCents"]').fill(aid);
    await person.choose('De steun van de laatste drie jaar is nagevraagd');
    // The question about the ownership and the box about aid are fields too.
    expect(person.cost().fields - before + 2 + (aid ? 1 : 0)).toBeLessThanOrEqual(12);
    await person.press('Beslis en leg vast');
    await person.sees('Komt in aanmerking');
    await person.sees(/Vastgelegd op/);
  });

  await test.step('then it turns out to belong to a group: five are drawn, and each change shows at once', async () => {
    await person.tap(page.locator('summary', { hasText: 'Neem een nieuwe beslissing' }));
    await person.choose('Nee', question);
    const size = page.locator('#decide').getByRole('region', { name: 'Samen' }).getByRole('status');
    /** Adds somebody at the drawing and types its percentage where the cursor stands then. */
    const draw = async (words: string | RegExp, percent: string) => {
      await page.locator('#decide').getByRole('button', { name: words }).first().press('Enter');
      await expect(page.locator('input[id^="drawn-"]:focus')).toBeVisible();
      await page.keyboard.type(percent);
    };
    const entry = (id: string) => page.locator(`#entry-${id}`);
    const choose = async (words: string) => drawing(page).getByRole('link', { name: words }).press('Enter');

    await draw(`Wie bezit ${name}?`, '25');
    await person.fill('Naam', 'Holding Deegland', entry('B'));
    await figures('400', '80.000.000', '60.000.000', entry('B'));
    // A quarter of the holding: 20 + 100.
    await expect(size).toContainText('Middelgrote onderneming');
    await page.locator('#drawn-0').fill('24');
    await expect(size).toContainText('Kleine onderneming');
    await page.locator('#drawn-0').fill('25');
    await figures('40', '8.000.000', '6.000.000', entry('B'));
    await expect(size).toContainText('Kleine onderneming');

    await choose(name.split(' ')[0]!);
    await draw(`Wie bezit ${name}?`, '30');
    await person.pick('Soort', 'Durfkapitaal', entry('C'));
    await choose(name.split(' ')[0]!);
    await draw(`Wat bezit ${name}?`, '60');
    // By keyboard, from the register: name, number, country and first day need not be typed.
    await entry('D').getByRole('combobox', { name: 'Naam' }).pressSequentially('bakkerij proefv');
    await expect(entry('D').getByRole('option', { name: 'Bakkerij De Proefvraag' })).toBeVisible();
    const { violations: open } = await new AxeBuilder({ page }).include('#entry-D').analyze();
    expect(open.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(entry('D').getByLabel('Ondernemingsnummer')).toHaveValue('0190.090.009');
    await expect(entry('D').getByRole('listbox')).toHaveCount(0);
    await figures('6', '400.000', '300.000', entry('D'));
    await choose('Bakkerij De');
    await draw('Wie bezit Bakkerij De Proefvraag?', '20');
    await person.pick('Soort', 'Persoon', entry('E'));
    await expect(drawing(page).getByRole('link')).toHaveCount(5);
    await expect(page.locator('#decide').getByText('Partner ‘Holding Deegland’ telt voor 25 % mee.')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    await person.fill('Waarom komt er een nieuwe beslissing?', 'Er zijn vier anderen bij betrokken.');
    await person.press('Beslis en leg vast');
    await person.sees('Komt in aanmerking');
    await person.sees('Verbonden onderneming ‘Bakkerij De Proefvraag’ telt helemaal mee.');
    await person.tap(page.locator('summary', { hasText: 'De groep' }).first());
    await expect(page.locator('svg[role="group"]').first()).toContainText('partner 25 %');
    await expect(page.getByRole('row', { name: /Durfkapitaal/ }).first()).toContainText('niet meetelt');
  });

  await test.step('an auditor runs it again and gets the same', async () => {
    await job.stepInto(person, 'Luc Tellersveld');
    await job.openTrajectory(person, { name, number: '', email: '' }, 'Beslissing');
    await person.press('Reken deze beslissing na');
    await person.sees('Het klopt: hetzelfde komt eruit');
  });
  person.finish('eligibility');
});
