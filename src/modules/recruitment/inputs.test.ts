import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { textFor } from '#platform/text/index.ts';
import { locales } from '#shared/localised.ts';
import { CreateLeadInput, DeclineLeadInput, LogContactInput } from './inputs.ts';
import { leadStates } from './rules/leadStates.ts';
import { officeTexts, texts } from './text/index.ts';

const uuid = '01920000-0000-7000-8000-000000000001';
const refused = (schema: z.ZodType, input: unknown) =>
  schema.safeParse(input).error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? [];
const form = {
  number: 'BE 0123.456.749',
  name: 'Bakkerij De Korenmolen',
  organisationKind: 'enterprise',
  careKind: '',
  sector: 'bakery',
  lot: '',
  workers: '14',
  municipality: '9140 Temse',
  contactName: 'Nadia Claes',
  contactCapacity: 'owner',
  email: 'Nadia@korenmolen.example',
  phone: '',
  consent: 'on',
  message: '',
  scanToken: '',
};

describe('a request for help', () => {
  test('is read from a form, with empty fields as nothing', () => {
    expect(CreateLeadInput.parse(form)).toMatchObject({
      number: '0123456749',
      workers: 14,
      email: 'nadia@korenmolen.example',
      wantsCall: false,
      consent: true,
      message: '',
    });
  });

  test('needs consent, and a telephone number when it asks for a call', () => {
    expect(refused(CreateLeadInput, { ...form, consent: '' })).toEqual(['consent error.consent']);
    expect(refused(CreateLeadInput, { ...form, wantsCall: 'on' })).toEqual(['phone recruitment:error.phoneForCall']);
  });

  test('of a local authority needs its service instead of a sector', () => {
    expect(refused(CreateLeadInput, { ...form, organisationKind: 'local_authority', sector: '' })).toEqual([
      'careKind error.required',
    ]);
    expect(refused(CreateLeadInput, { ...form, sector: '' })).toEqual(['sector error.required']);
  });

  test('with wrong and absurd values is told so at each field', () => {
    expect(
      refused(CreateLeadInput, { ...form, number: '0123.456.748', workers: '-3', email: 'x', scanToken: '../../etc' }),
    ).toEqual([
      'number enterprises:error.check',
      'workers error.tooSmall',
      'email error.email',
      'scanToken error.format',
    ]);
  });
});

describe('what a sector consultant writes', () => {
  test('says why when the reason is another one', () => {
    expect(refused(DeclineLeadInput, { lead: uuid, version: 1, reason: 'other' })).toEqual([
      'words recruitment:error.sayWhy',
    ]);
    expect(refused(DeclineLeadInput, { lead: uuid, version: 1, reason: 'not_now' })).toEqual([]);
  });

  test('plans the next contact after this one', () => {
    const contact = { lead: uuid, version: '1', on: '2024-05-10', channel: 'phone', nextContactOn: '2024-05-09' };
    expect(refused(LogContactInput, contact)).toEqual(['nextContactOn recruitment:error.nextBeforeContact']);
    expect(refused(LogContactInput, { ...contact, nextContactOn: '' })).toEqual([]);
  });
});

describe('texts of recruitment', () => {
  test('exist for every key that stands in a rule or an input', () => {
    const sources = ['rules/assessLead.ts', 'rules/leadStates.ts', 'inputs.ts']
      .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
      .join('\n');
    const keys = [
      ...(sources.match(/(?<=')(?:way|lead)\.[a-zA-Z.]+(?=')/gu) ?? []),
      ...(sources.match(/(?<='recruitment:)[\w.]+(?=')/gu) ?? []),
      ...['empty', 'notDigits', 'length', 'firstDigit', 'check'].map((fault) => `way.number.${fault}`),
      ...['brussels', 'wallonia'].map((region) => `way.outside.${region}`),
      ...leadStates.map((state) => `lead.state.${state}`),
      ...['declined', 'converted', 'withdrawn'].map((state) => `lead.is.${state}`),
    ];
    const known = { ...texts.catalogs.nl, ...officeTexts.catalogs.nl };
    expect(keys.length).toBeGreaterThan(25);
    expect(keys.filter((key) => !(key in known))).toEqual([]);
  });

  test('can be shown in every language with the same parameters', () => {
    const facts = {
      count: 2,
      limit: 250,
      step: 1,
      day: 'D',
      fund: 'F',
      known: 'yes',
      name: 'N',
      guide: 'G',
      link: 'L',
    };
    const parameters = Object.assign({ reason: 'other', source: 'scan', guidePerson: 'G' }, facts);
    for (const locale of locales)
      for (const key of Object.keys(texts.catalogs.nl) as (keyof typeof texts.catalogs.nl)[])
        expect(textFor(texts, locale)(key, parameters)).not.toMatch(/[{}]/u);
  });
});
