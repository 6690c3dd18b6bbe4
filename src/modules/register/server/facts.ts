import type { Db } from '#platform/server/database/pool.ts';
import type { Locale } from '#shared/localised.ts';
import { chooseActivity, chooseName, hintsFrom, languageOfWords, type RegisterFacts } from '../rules/registerFacts.ts';
import { readRegisterRows, type AddressRow, type CodeWords, type RegisterRow } from './factsStore.ts';

/**
 * What the register says of these enterprises (ten digits each), in the order asked; those that are not in it are left out.
 * One question to the database, however many numbers.
 */
export async function factsFromRegister(db: Db, numbers: readonly string[], locale: Locale): Promise<RegisterFacts[]> {
  if (numbers.length === 0) return [];
  const rows = await readRegisterRows(db, numbers);
  const byNumber = new Map(rows.map((row) => [row.number, factsOf(row, locale)]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

function languageCodes(rows: readonly CodeWords[]): ReadonlyMap<string, Locale | null> {
  const words = new Map<string, string[]>();
  for (const { code, description } of rows) words.set(code, [...(words.get(code) ?? []), description]);
  return new Map([...words].map(([code, said]) => [code, languageOfWords(said)]));
}

function factsOf(row: RegisterRow, locale: Locale): RegisterFacts {
  const { words } = row;
  const languages = languageCodes(words.filter(({ category }) => category === 'Language'));
  const said = (category: string, code: string) =>
    words.filter((one) => one.category === category && one.code === code);
  const inLanguage = (category: string, code: string): string | null => {
    const all = said(category, code);
    const of = (wanted: string) => all.find(({ language }) => language.toLowerCase() === wanted)?.description;
    return of(locale) ?? of('nl') ?? all[0]?.description ?? null;
  };
  const names = row.names.map((one) => ({ ...one, language: languages.get(one.language) ?? null }));
  const name = chooseName(names, locale) ?? row.number;
  const activity = chooseActivity(row.activities);
  const address = row.addresses.find(({ kind }) => kind === 'REGO') ?? row.addresses[0];
  const form = row.legalForm;
  return {
    number: row.number,
    name,
    otherNames: [...new Set(names.map((one) => one.name))].filter((one) => one !== name),
    naturalPerson: row.naturalPerson,
    legalForm: form ? inLanguage('JuridicalForm', form) : null,
    ...addressFacts(address, locale),
    startsOn: row.startsOn,
    activity: activity
      ? {
          code: activity.code,
          version: activity.version,
          words: inLanguage(`Nace${activity.version}`, activity.code),
        }
      : null,
    units: row.units,
    hints: hintsFrom(
      form
        ? said('JuridicalForm', form)
            .map(({ description }) => description)
            .join(' / ')
        : '',
      activity?.code,
    ),
  };
}

function addressFacts(address: AddressRow | undefined, locale: Locale) {
  const french = locale === 'fr';
  const either = (nl: string | null | undefined, fr: string | null | undefined) =>
    (french ? (fr ?? nl) : (nl ?? fr)) ?? null;
  const street = either(address?.streetNl, address?.streetFr);
  const box = address?.box ? `/${address.box}` : '';
  return {
    zip: address?.zip ?? null,
    municipality: either(address?.municipalityNl, address?.municipalityFr),
    street: street ? [street, `${address?.houseNumber ?? ''}${box}`].filter(Boolean).join(' ') : null,
  };
}
