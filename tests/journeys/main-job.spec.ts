import { expect, test } from '@playwright/test';
import { addDays, dayInBrussels } from '../../src/shared/dates.ts';
import * as job from '../support/mainJob.ts';
import { Traveller } from '../support/traveller.ts';

/*
 * The main job, as people live it: an owner scans the enterprise without an account, asks for help, gets a plan, and leaves with a
 * sealed action plan. From `/` on, only what is visible is followed; letters are read in the mailbox of the example.
 */

test.setTimeout(600_000);

const guide = 'Ruben Daelkamper';
const today = dayInBrussels(new Date());

test('an enterprise scans itself, gets a plan, and leaves with an action plan', async ({ page }, { project }) => {
  const person = new Traveller(page);
  // Two sizes play on one example programme: each has an enterprise of its own. Both numbers have right check digits.
  const enterprise =
    project.name === 'phone'
      ? { name: 'Bakkerij Morgenkorst', number: '0123.456.749', email: 'nadia@morgenkorst.example.org' }
      : { name: 'Bakkerij Avondkorst', number: '0400.123.416', email: 'nadia@avondkorst.example.org' };

  await test.step('1 the owner scans the enterprise', async () => {
    await person.arrive('/');
    await person.follow('Start de scan');
    await job.answerScan(person);
    await person.sees('Zo goed past elk profiel');
    await job.seesPdf(person, 'Bewaar als PDF');
  });
  await test.step('2 and asks for help', () => job.askForHelp(person, enterprise));
  await test.step('2 a sector consultant takes the request and starts a trajectory', async () => {
    await job.stepInto(person, guide);
    await job.takeLead(person, enterprise);
  });
  await test.step('3 intake, eligibility beforehand, agreement by link', async () => {
    await job.writeIntake(person, today);
    await job.decideEligibility(person);
    await job.sendAgreement(person);
    await job.agree(person);
  });
  await test.step('4 the plan is written, submitted, given back by the coordinator and approved by the programme manager', async () => {
    await job.stepInto(person, guide);
    await job.openTrajectory(person, enterprise, 'Plan van aanpak');
    await job.writePlan(person, today, addDays(today, 90));
    await job.stepInto(person, 'Nele Zonnewinde');
    await job.openTrajectory(person, enterprise, 'Plan van aanpak');
    await job.givePlanBack(person, 'Welke taken komen eerst?');
    await job.stepInto(person, guide);
    await job.openTrajectory(person, enterprise, 'Plan van aanpak');
    await person.sees('Welke taken komen eerst?');
    await person.fill('Waaraan zie je dat het lukte?', 'Bij ziekte loopt de oven door: eerst die, dan de verpakking.');
    await person.press('Bewaar');
    await person.sees('Bewaard');
    await person.press('Dien het plan in');
    await job.stepInto(person, 'Sofie Sterrebeke');
    await person.sees('Bereik per perceel');
    await job.openTrajectory(person, enterprise, 'Plan van aanpak');
    await person.press('Keur het plan goed');
    await person.sees('Goedgekeurd');
    await job.seesPdf(person, 'Plan als PDF');
  });
  await test.step('5 a session is noted in at most eight taps', async () => {
    await job.stepInto(person, guide);
    await job.openTrajectory(person, enterprise, 'Sessies');
    expect(await job.recordSession(person)).toBeLessThanOrEqual(8);
  });
  await test.step('6 the action plan is confirmed by both sides and sealed', async () => {
    await job.openTrajectory(person, enterprise, 'Actieplan');
    await job.writeActionPlan(person, today, addDays(today, 120));
    await job.confirmActionPlan(person);
    await person.sees('Controlecode');
    await person.follow(/Kijk na/);
    await person.sees('Dit document is echt');
  });
  await test.step('6, 7 the follow-up waits, the PDF is there, and the timeline tells the whole', async () => {
    await job.stepInto(person, guide);
    await job.openTrajectory(person, enterprise, 'Opvolging');
    await person.sees('3 maanden');
    await job.openTrajectory(person, enterprise, 'Actieplan');
    await job.seesPdf(person, /PDF/);
    await job.goTo(person, 'Ondernemingen');
    await person.follow(enterprise.name);
    for (const line of ['Intake afgerond', 'Komt in aanmerking', 'Deelnameovereenkomst goedgekeurd'])
      await person.sees(line);
  });
  await test.step('6, 7 the auditor opens the file, finds nothing to change, and checks the code of what was sealed', async () => {
    await job.stepInto(person, 'Luc Tellersveld');
    await job.openTrajectory(person, enterprise, 'Plan van aanpak');
    await person.sees('Goedgekeurd');
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    await job.openTrajectory(person, enterprise, 'Actieplan');
    await person.follow(/Kijk na/);
    await person.sees('Dit document is echt');
  });
  await test.step('7 the evaluator has a home, and meets no enterprise by name', async () => {
    await job.stepInto(person, 'Hanne Leyepoorte');
    await person.sees('Dag Hanne');
    await expect(page.getByText(enterprise.name)).toHaveCount(0);
  });
  person.finish('main-job');
});
