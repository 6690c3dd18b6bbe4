import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';

/** The files of a small publication, as the cookbook shows them: quotes around everything, empty is nothing. */
export const smallPublication = {
  'meta.csv':
    '"Variable","Value"\n"SnapshotDate","01-11-2026"\n"ExtractTimestamp","01-11-2026 04:30:00"\n"ExtractType","full"\n"ExtractNumber","7"\n"Version","R018.00"\n',
  'code.csv': `"Category","Code","Language","Description"
"Language","1","NL","Frans"
"Language","2","NL","Nederlands"
"JuridicalForm","610","NL","Besloten vennootschap"
"JuridicalForm","610","FR","Société à responsabilité limitée"
"JuridicalForm","411","NL","Stad / gemeente"
"Nace2008","10711","NL","Oud brood"
"Nace2025","10711","NL","Vervaardiging van brood"
"Nace2025","62100","NL","Programmeren"
"Nace2025","88910","NL","Kinderopvang"
`,
  'enterprise.csv': `"EnterpriseNumber","Status","JuridicalSituation","TypeOfEnterprise","JuridicalForm","JuridicalFormCAC","StartDate"
"0123.456.749","AC","000","2","610",,"09-08-1960"
"0400.123.416","AC","000","1",,,"29-02-2020"
"1000.000.120","AC","000","2","411",,
`,
  'establishment.csv': `"EstablishmentNumber","StartDate","EnterpriseNumber"
"2.000.000.141","01-01-2001","0123.456.749"
"2.123.456.791","01-01-2001","0400.123.416"
`,
  'denomination.csv': `"EntityNumber","Language","TypeOfDenomination","Denomination"
"0123.456.749","2","001","Bakkerij ""De Zoete Zwaan"" B.V.B.A."
"0123.456.749","1","001","Boulangerie Le Cygne"
"2.000.000.141","2","003","Brood\\en\\beleg"
"0400.123.416","2","001","Van Braamdonck, Zoë"
"1000.000.120","2","001","Gemeente Klaverghem"
"9.000.000.000","2","004","Een bijkantoor"
`,
  'address.csv': `"EntityNumber","TypeOfAddress","CountryNL","CountryFR","Zipcode","MunicipalityNL","MunicipalityFR","StreetNL","StreetFR","HouseNumber","Box","ExtraAddressInfo","DateStrikingOff"
"0123.456.749","REGO",,,"9000","Gent","Gand","Kerkstraat","Rue de l'Église","12","3",,
"2.123.456.791","BAET",,,"8000","Brugge","Bruges","Markt","Grand-Place","1",,,
`,
  'activity.csv': `"EntityNumber","ActivityGroup","NaceVersion","NaceCode","Classification"
"0123.456.749","003","2008","10711","MAIN"
"0123.456.749","003","2025","62100","MAIN"
"0123.456.749","001","2025","10711","MAIN"
"0123.456.749","001","2025","62100","SECO"
"0123.456.749","001","2025","88910","ANCI"
"0400.123.416","001","2008","62100","MAIN"
"1000.000.120","006","2025","88910","MAIN"
`,
  'contact.csv': '"EntityNumber","EntityContact","ContactType","Value"\n"0123.456.749","ENT","TEL","09 000 00 00"\n',
  'branch.csv': '"Id","StartDate","EnterpriseNumber"\n',
} as const;
export type PublicationFile = keyof typeof smallPublication;

/**
 * Writes the small publication as a zip, with some files otherwise. `null` leaves one out.
 * @returns the zip itself, for who wants to break it
 */
export function writeSmall(
  place: string,
  changes: Partial<Record<PublicationFile | 'extra', string | Uint8Array | null>> = {},
): Uint8Array {
  const files = Object.entries({ ...smallPublication, ...changes }).flatMap(([name, content]) =>
    content === null ? [] : [[name, typeof content === 'string' ? strToU8(content) : content] as const],
  );
  const zip = zipSync(Object.fromEntries(files));
  writeFileSync(place, zip);
  return zip;
}

/** The small publication as one of another day or number. */
export const asExtract = (number: number, day = '01-11-2026'): Partial<Record<PublicationFile, string>> => ({
  'meta.csv': smallPublication['meta.csv'].replace('"7"', `"${number}"`).replace('"01-11-2026"', `"${day}"`),
});
