import { beforeAll, describe, expect, test } from 'vitest';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import type { HelpView } from '../rules/views.ts';
import { readHelp, readThanks } from './operations.ts';
import { at, monday, plantWorld } from './world.testing.ts';

useOwnDatabase();
beforeAll(plantWorld);

const visitor = { locale: 'nl' } as const;
const help = (typed: Record<string, unknown>, locale: 'nl' | 'fr' = 'nl') =>
  readHelp.call({ locale }, { asked: true, ...typed }, at()) as Promise<HelpView>;
const bakery = {
  number: '0190090009',
  organisationKind: 'enterprise',
  words: 'bakkerij',
  workers: '14',
  municipality: '9140 Temse',
};

describe('the first half of the form', () => {
  test('opens without a word of reproach', async () => {
    const view = (await readHelp.call(visitor, {}, at())) as HelpView;
    expect(view).toMatchObject({ step: 'about', errors: {}, elsewhere: null, sectorChoices: [] });
    expect(view.sectorNames).toContain('Bakkerij');
  });

  test('says who helps before anything personal is asked', async () => {
    expect(await help(bakery)).toMatchObject({
      step: 'contact',
      about: { sector: 'bakery' },
      summary: { number: '0190.090.009', sector: 'Bakkerij', fund: 'Alimento' },
    });
  });

  test('names every empty field at once and keeps what was typed', async () => {
    const view = await help({ ...bakery, number: 'x', workers: '', municipality: '' });
    expect(Object.keys(view.errors).sort()).toEqual(['municipality', 'number', 'workers']);
    expect(view.about).toMatchObject({ number: 'x', words: 'bakkerij' });
  });

  test.each([
    ['', 'Vul het ondernemingsnummer in'],
    ['0190.090.008', 'kan niet kloppen'],
    ['123', 'tien cijfers'],
    ['2190090009', 'begint met 0 of 1'],
    ['nul', 'bestaat uit cijfers'],
  ])('a number «%s» is told what is wrong with it', async (number, words) => {
    expect((await help({ ...bakery, number })).errors.number).toContain(words);
  });

  test.each(['BE 0190.090.009', '190090009', '0190 090 009', 'be0190090009'])(
    'a number «%s» is read',
    async (number) => {
      expect((await help({ ...bakery, number })).errors.number).toBeUndefined();
    },
  );

  test('offers what the words can mean, and takes the one that is chosen', async () => {
    const unclear = await help({ ...bakery, words: 'poets' });
    expect(unclear.step).toBe('about');
    expect(unclear.sectorChoices.map(({ id }) => id)).toContain('cleaning');
    const chosen = await help({ ...bakery, words: 'bus', wordsBefore: 'bus', sector: 'passenger' });
    expect(chosen).toMatchObject({ step: 'contact', summary: { sector: 'Bus en taxi', fund: 'Unizo' } });
  });

  test('asks the words anew when they changed after the choice', async () => {
    const view = await help({ ...bakery, words: 'garage', wordsBefore: 'bus', sector: 'passenger' });
    expect(view.summary.sector).toBe('Garage');
  });

  test('with words that nobody knows shows the whole list, and goes on without a sector', async () => {
    const lost = await help({ ...bakery, words: 'qzxwv' });
    expect(lost.sectorChoices.length).toBeGreaterThan(40);
    const none = await help({ ...bakery, words: 'qzxwv', wordsBefore: 'qzxwv', sector: 'none' });
    expect(none).toMatchObject({ step: 'contact', summary: { sector: null, fund: null } });
    expect(none.notes.join(' ')).toContain('We vinden je sector niet meteen');
  });

  test('with a sector in two lots names both funds and lets the person choose', async () => {
    const both = { ...bakery, words: 'transport', wordsBefore: 'transport', sector: 'transport' };
    const view = await help(both);
    expect(view.errors.lot).toBeDefined();
    expect(view.lotChoices.map(({ lot, fund }) => `${lot} ${fund}`)).toEqual(['5 Unizo', '3 Liberform']);
    expect(await help({ ...both, lot: '3' })).toMatchObject({ step: 'contact', summary: { fund: 'Liberform' } });
  });

  test('of a local authority asks for the service, and sends care to the fund of local authorities', async () => {
    const town = { ...bakery, organisationKind: 'local_authority', words: '' };
    expect((await help(town)).errors).toMatchObject({ careKind: expect.stringContaining('welke dienst') });
    expect(await help({ ...town, careKind: 'childcare' })).toMatchObject({
      step: 'contact',
      summary: { fund: 'Diverscity' },
    });
    const parks = await help({ ...town, careKind: 'other' });
    expect(parks).toMatchObject({ step: 'about', elsewhere: { fund: 'Diverscity' }, errors: {} });
  });

  test('goes on with 249 workers and shows another way with 250', async () => {
    expect((await help({ ...bakery, workers: '249' })).step).toBe('contact');
    const large = await help({ ...bakery, workers: '250' });
    expect(large).toMatchObject({ step: 'about', elsewhere: { fund: 'Alimento' } });
    expect(large.elsewhere!.reasons.join(' ')).toContain('minder dan 250');
  });

  test('says that another fund helps when the own one is not active', async () => {
    const view = await help({ ...bakery, words: 'Begrafenissen' });
    expect(view.summary.fund).toBe('Vivo');
    expect(view.notes.join(' ')).toContain('Fonds 320');
  });

  test('speaks the language of the page', async () => {
    expect((await help({ ...bakery, words: 'boulangerie', workers: 'x' }, 'fr')).errors.workers).toContain('nombre');
  });

  test('survives whatever an address can carry', async () => {
    const hostile = '<script>alert(1)</script>"\'\u0000'.repeat(50);
    const view = (await readHelp.call(
      visitor,
      {
        asked: true,
        number: hostile,
        words: hostile,
        sector: hostile,
        lot: 'NaN',
        workers: ['1', '2'],
        secret: '../x',
        organisationKind: 7,
      },
      at(),
    )) as HelpView;
    expect(view.step).toBe('about');
    expect(view.scan).toBeNull();
  });
});

describe('the page after sending', () => {
  const thanks = (typed: object) => readThanks.call(visitor, typed, at());
  test('names the fund and the day', async () => {
    expect(await thanks({ fund: 'alimento', by: monday })).toEqual({ fund: 'Alimento', by: monday });
  });
  test('shows nothing that somebody made up', async () => {
    expect(await thanks({ fund: 'moon', by: '2031-01-01' })).toEqual({ fund: null, by: null });
    expect(await thanks({ fund: '<b>', by: 'soon' })).toEqual({ fund: null, by: null });
  });
});
