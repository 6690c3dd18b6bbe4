import { expect, test } from '@playwright/test';
import { Traveller } from '../support/traveller.ts';

/* A programme manager brings the register up to date. */

test('a zip that is sent arrives, also when the connection goes on the way', async ({ page, context }) => {
  const person = new Traveller(page);
  await person.arrive('/example');
  await person.tap(page.getByRole('region', { name: 'programmabeheerder', exact: true }).getByRole('button').first());
  await page.waitForURL(/\/home/);
  await person.arrive('/register/import');

  const field = page.getByLabel('Zip van de Kruispuntbank');
  await field.setInputFiles({ name: 'jaarrekening.zip', mimeType: 'application/zip', buffer: Buffer.from('Activa') });
  await person.press('Stuur het bestand');
  await person.sees('Dit is geen zip.');

  // Three pieces; the second one finds no connection.
  const name = 'KboOpenData_0099_2026_12_Full.zip';
  const buffer = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(9_000_000)]);
  await field.setInputFiles({ name, mimeType: 'application/zip', buffer });
  let pieces = 0;
  await page.route(/\/register\/import\?\/receive$/, (route) => {
    pieces += 1;
    return pieces === 2 ? route.abort('internetdisconnected') : route.continue();
  });
  await person.press('Stuur het bestand');
  await person.sees('De verbinding viel weg.');
  await person.sees(`${name} staat klaar.`);
  // Three of the file and the lost one; more when a process was killed on the way.
  expect(pieces).toBeGreaterThanOrEqual(4);
  await expect(page.getByRole('button', { name: `Lees in: ${name}` })).toBeVisible();
  await context.unrouteAll();
});
