import { expect, type Locator } from '@playwright/test';
import type { Traveller } from './traveller.ts';

export interface Enterprise {
  readonly name: string;
  readonly number: string;
  readonly email: string;
}

const visible = (locator: Locator) => locator.filter({ visible: true });

/** Through the whole scan with a thumb: a role, a size, 24 statements, the first picture on the way. */
export async function answerScan(person: Traveller): Promise<void> {
  const { page } = person;
  await person.choose('Zaakvoerder of directie');
  await person.choose('10 tot 19');
  await person.press('Naar de eerste stelling');
  for (let statement = 1; statement <= 24; statement++) {
    const heading = visible(page.getByText(`Stelling ${statement} van 24`)).first();
    await expect(heading).toBeVisible();
    const answers = visible(page.getByRole('radiogroup')).first();
    // The next statement comes by itself, so the answer is tapped and not looked back at.
    await person.tap(answers.getByText(statement % 3 === 0 ? 'Ja, altijd' : 'Meestal wel', { exact: true }));
    if (statement === 5) {
      await person.sees('Je eerste beeld');
      await person.press('Ga verder met de scan');
    }
  }
  await person.press('Toon mijn resultaat');
  await expect(page).toHaveURL(/\/scan\/r\//);
}

/** «Help me further», with the scan. */
export async function askForHelp(person: Traveller, enterprise: Enterprise): Promise<void> {
  await person.follow('Help me verder');
  await person.fill('Ondernemingsnummer', enterprise.number);
  await person.fill('Wat doet je onderneming?', 'bakkerij');
  await person.fill('Aantal medewerkers', '14');
  await person.fill('Postcode en gemeente', '9140 Temse');
  await person.press('Ga verder');
  await person.sees('Je vraag gaat naar Alimento');
  await person.fill('Naam van de onderneming', enterprise.name);
  await person.fill('Je naam', 'Nadia Morgen');
  await person.fill('E-mailadres', enterprise.email);
  await person.fill(/Telefoon/, '0470 00 00 01');
  await person.choose('Bel me');
  await person.fill(/Wat wil je nog kwijt/, 'Ik wil niet elke keer zelf moeten inspringen.');
  await person.choose(/Neem mijn scan mee/);
  await person.choose(/Jullie mogen me/);
  await person.press('Verstuur');
}

/** In the example programme anybody may look with somebody's eyes. */
export async function stepInto(person: Traveller, name: string): Promise<void> {
  const { page } = person;
  await person.arrive('/');
  await person.follow(/^(wissel|kies een rol)$/i);
  const button = page.getByRole('button', { name: new RegExp(name) });
  // The first people of a role stand open; the others are behind «more people».
  for (const more of await visible(page.locator('summary', { hasText: /^Nog / })).all()) {
    if (await button.first().isVisible()) break;
    await person.tap(more);
  }
  await person.tap(visible(button).first());
  await expect(page).toHaveURL(/\/home/);
}

/** Opens the newest letter to an address in the mailbox of the example and follows its link. */
export async function readLetter(person: Traveller, subject: string | RegExp): Promise<void> {
  await person.arrive('/');
  await person.follow('Bekijk de mails');
  const letter = visible(person.page.getByRole('article')).filter({ hasText: subject }).first();
  await person.tap(letter.getByRole('link', { name: /http/ }).first());
}

/** The PDF is there, and is one. */
export async function seesPdf({ page }: Pick<Traveller, 'page'>, name: string | RegExp): Promise<void> {
  const link = page.getByRole('link', { name }).first();
  await expect(link).toBeVisible();
  const answer = await page.request.get((await link.getAttribute('href'))!);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
}

/** The way to a page of the bar: on a phone it lies behind the menu. */
export async function goTo(person: Traveller, page: 'Aanvragen' | 'Ondernemingen'): Promise<void> {
  const menu = visible(person.page.getByRole('banner').locator('summary')).last();
  const link = visible(person.page.getByRole('link', { name: page, exact: true })).first();
  if (!(await link.isVisible())) await person.tap(menu);
  await person.tap(link);
  await expect(person.page).toHaveURL(new RegExp(`/${{ Aanvragen: 'leads', Ondernemingen: 'enterprises' }[page]}`));
}

/** From the request to the start of the trajectory. */
export async function takeLead(person: Traveller, enterprise: Enterprise): Promise<void> {
  const { page } = person;
  await goTo(person, 'Aanvragen');
  await person.follow(enterprise.name);
  await person.press('Neem op');
  await person.sees('De vraag is nu van jou.');
  await person.fill(/Wat spraken jullie af/, 'Nadia wil graag starten. Intake gepland.');
  await person.press('Bewaar het contact');
  await person.press('Begin een traject');
  await expect(page).toHaveURL(/\/intake/);
}

/** The first talk, in coded fields and a few words. */
export async function writeIntake(person: Traveller, today: string): Promise<void> {
  const { page } = person;
  await person.fill('Wanneer was het gesprek?', today);
  await person.fill('Met wie sprak je?', 'Nadia Morgen');
  await person.fill(/Wat is de vraag/, 'Wie kan het werk overnemen als iemand ziek is?');
  const group = (name: string | RegExp) => page.getByRole('group', { name });
  await person.choose('We groeien', group(/Waarom doet de onderneming mee/));
  await person.choose('Competentiematrix', group(/Over welke thema/));
  await person.choose('Medewerkers', group(/Wie doet mee/));
  for (const condition of await page.getByRole('radiogroup').all()) await person.choose('Ja', condition);
  await person.press('Bewaar');
  await person.press('Rond de intake af');
}

/** Eligibility beforehand, for an enterprise that stands on its own. */
export async function decideEligibility(person: Traveller): Promise<void> {
  const { page } = person;
  await person.follow('Naar de beslissing');
  await person.pick('Paritair comité', '118 · Voedingsnijverheid');
  const year = page.getByRole('group', { name: /^Boekjaar/ }).first();
  await person.fill('Voltijdse krachten', '12,5', year);
  await person.fill('Omzet zonder btw', '1.900.000', year);
  await person.fill('Balanstotaal', '800.000', year);
  await person.choose('Ja', page.getByRole('radiogroup', { name: 'Staat de onderneming op zichzelf?' }));
  await person.choose('De steun van de laatste drie jaar is nagevraagd');
  await person.press('Beslis en leg vast');
  await person.sees('Komt in aanmerking');
}

export async function sendAgreement(person: Traveller): Promise<void> {
  await person.follow('Naar de overeenkomst');
  const contact = person.page.getByRole('combobox').first();
  if (await contact.isVisible()) await contact.selectOption({ index: 1 });
  await person.press('Verstuur de overeenkomst');
}

/** The enterprise says yes, by the link in its mail and without an account. */
export async function agree(person: Traveller): Promise<void> {
  await readLetter(person, 'De deelnameovereenkomst voor');
  await person.choose('Ik mag dit namens de onderneming afspreken.');
  await person.press('Ik ga akkoord');
  await person.sees('De overeenkomst is aangegaan');
}

/** To one page of the trajectory, by way of the enterprise. */
export async function openTrajectory(person: Traveller, enterprise: Enterprise, part: string): Promise<void> {
  await goTo(person, 'Ondernemingen');
  await person.follow(enterprise.name);
  await person.follow(part, person.page.getByRole('region', { name: 'Het traject' }));
  await expect(person.page).toHaveURL(/\/trajectories\//);
}

export async function writePlan(person: Traveller, from: string, until: string): Promise<void> {
  const { page } = person;
  const need = page.getByRole('group', { name: 'Nood 1' });
  await person.choose('Nu', need);
  await person.pick('Soort competentie', 'Technisch: het vak zelf', need);
  // The next steps of the scan stand there as goals already; this enterprise keeps one.
  for (const spare of await page.getByRole('button', { name: /^Haal doel [2-9]/ }).all()) await person.tap(spare);
  await person.fill('Wat wordt er beter?', 'Twee mensen kunnen elke post overnemen');
  await person.fill('Waaraan zie je dat het lukte?', 'Bij ziekte loopt de oven door zonder dat Nadia moet inspringen.');
  await person.choose('Competentiematrix', page.getByRole('group', { name: 'Bij welke noden hoort dit?' }));
  await person.press(/Voeg een actie toe/);
  const action = page.getByRole('group', { name: 'Actie 1' });
  await person.fill('Wat doen jullie?', 'Samen de belangrijkste taken oplijsten en een matrix maken', action);
  await person.fill('Uren begeleiding', '6', action);
  await person.fill('Begint op', from, action);
  await person.fill('Klaar op', until, action);
  await person.choose('Medewerkers', action);
  await person.fill('Wat levert het op?', 'Een matrix die in het atelier hangt en elke maand bekeken wordt.', action);
  await person.fill('Wat verwacht de onderneming van de begeleiding?', 'Dat het werk doorloopt als er iemand ziek is.');
  await person.fill('Wat verwacht de begeleider van de onderneming?', 'Dat de ploeg een uur per week tijd krijgt.');
  await person.choose('Samen met medewerkers');
  await person.choose('Op maat');
  await person.choose('Denken in competenties');
  await person.fill(/Prijs per uur/, '95');
  await person.fill(/onderneming zelf/, '0');
  await person.press('Bewaar');
  await person.sees('Bewaard');
  await person.press('Dien het plan in');
}

/** Who judges a plan gives it back, with a remark beside its first need. */
export async function givePlanBack(person: Traveller, remark: string): Promise<void> {
  const { page } = person;
  const place = visible(page.locator('details', { hasText: 'Zet hier een opmerking bij' })).first();
  await person.tap(place.locator('summary'));
  await person.fill(/^Je opmerking bij/, remark, place);
  await person.press('Geef het plan terug');
  await person.sees('Terug met opmerkingen');
}

/** One session, in as few taps as it takes; gives how many. */
export async function recordSession(person: Traveller): Promise<number> {
  const before = person.cost().taps;
  await expect(person.page.getByText('Noteer een sessie').first()).toBeAttached();
  // On a phone the form is one closed line above the sessions.
  const closed = visible(person.page.locator('details:not([open]) > summary', { hasText: 'Noteer een sessie' }));
  if (await closed.count()) await person.tap(closed.first());
  await person.choose('2 u');
  await person.choose('Competentiematrix');
  await person.fill('Hoeveel mensen?', '11');
  await person.press('Bewaar de sessie');
  return person.cost().taps - before;
}

/** What came of the goals, what stays, who does what next; then the question to both sides. */
export async function writeActionPlan(person: Traveller, today: string, later: string): Promise<void> {
  const { page } = person;
  for (const goal of await page.getByRole('group', { name: /^Doel \d/ }).all()) {
    await person.choose('Gelukt', goal);
    await person.fill(
      'Wat deden jullie?',
      'De matrix gemaakt met het hele atelier; twee mensen kennen nu elke post.',
      goal,
    );
  }
  const habit = page.getByRole('group', { name: 'Gewoonte 1' });
  await person.fill('Wat blijven jullie doen?', 'Elke maand de matrix bekijken op de ploegvergadering.', habit);
  await habit.getByLabel('Hoe houden jullie het vast?').selectOption({ index: 1 });
  await person.fill('Wie zorgt ervoor?', 'De meestergast', habit);
  await person.fill('Sinds wanneer?', today, habit);
  const step = page.getByRole('group', { name: 'Stap 1' });
  await person.fill('Wat gaan jullie doen?', 'Ook een matrix maken voor de winkel.', step);
  await person.fill('Wie doet het?', 'Nadia', step);
  await person.fill('Tegen wanneer?', later, step);
  await person.fill('Hoe blijft het leven?', 'De meestergast zet het elke maand op de agenda van de ploeg.');
  await person.press('Bewaar');
  await person.press('Vraag beide kanten om te bevestigen');
}

/** The enterprise confirms the action plan by the link in its mail. */
export async function confirmActionPlan(person: Traveller): Promise<void> {
  await readLetter(person, /actieplan/i);
  await person.choose(/namens de onderneming/);
  await person.press(/Ja, dit klopt/);
}
