/**
 * The files of a KBO open data publication, as the cookbook of the FPS Economy describes them (R018.00): comma, text in
 * double quotes, empty is nothing, the first line names the columns. Source: docs/register.md.
 */
export interface PublishedFile {
  readonly file: string;
  readonly columns: readonly string[];
}

export const publishedFiles = {
  meta: { file: 'meta.csv', columns: ['Variable', 'Value'] },
  code: { file: 'code.csv', columns: ['Category', 'Code', 'Language', 'Description'] },
  enterprise: {
    file: 'enterprise.csv',
    columns: [
      'EnterpriseNumber',
      'Status',
      'JuridicalSituation',
      'TypeOfEnterprise',
      'JuridicalForm',
      'JuridicalFormCAC',
      'StartDate',
    ],
  },
  establishment: { file: 'establishment.csv', columns: ['EstablishmentNumber', 'StartDate', 'EnterpriseNumber'] },
  denomination: {
    file: 'denomination.csv',
    columns: ['EntityNumber', 'Language', 'TypeOfDenomination', 'Denomination'],
  },
  address: {
    file: 'address.csv',
    columns: [
      'EntityNumber',
      'TypeOfAddress',
      'CountryNL',
      'CountryFR',
      'Zipcode',
      'MunicipalityNL',
      'MunicipalityFR',
      'StreetNL',
      'StreetFR',
      'HouseNumber',
      'Box',
      'ExtraAddressInfo',
      'DateStrikingOff',
    ],
  },
  activity: {
    file: 'activity.csv',
    columns: ['EntityNumber', 'ActivityGroup', 'NaceVersion', 'NaceCode', 'Classification'],
  },
} as const satisfies Readonly<Record<string, PublishedFile>>;

export type FileName = keyof typeof publishedFiles;

/** Files that a publication also holds and that are not read: telephone numbers and mail addresses, and branches abroad. */
export const unreadFiles = {
  contact: { file: 'contact.csv', columns: ['EntityNumber', 'EntityContact', 'ContactType', 'Value'] },
  branch: { file: 'branch.csv', columns: ['Id', 'StartDate', 'EnterpriseNumber'] },
} as const satisfies Readonly<Record<string, PublishedFile>>;

/** What `meta.csv` tells of a publication. */
export interface Publication {
  /** Rises with each publication. */
  readonly number: number;
  /** The day that it shows, `YYYY-MM-DD`. */
  readonly snapshotOn: string;
  readonly extractedAt: string;
  readonly version: string;
}

/** The newest version of NACE-BEL among the categories of the code table (`Nace2025`); undefined when it names none. */
export function newestNace(categories: Iterable<string>): string | undefined {
  let newest: string | undefined;
  for (const category of categories) {
    const [, version] = /^nace(\d{4})$/i.exec(category) ?? [];
    if (version && (newest === undefined || version > newest)) newest = version;
  }
  return newest;
}

/** How a publication that was found stands to the one in the register. */
export type Standing = 'first' | 'newer' | 'same' | 'changed' | 'older';

/**
 * Whether a publication may take the place of the one that is there. `changed`: the same number with other contents, which
 * is no newer publication and so nobody's accident.
 */
export function standingOf(
  found: Publication & { readonly fingerprint: string },
  present: { readonly number: number; readonly snapshotOn: string; readonly fingerprint: string } | undefined,
): Standing {
  if (!present) return 'first';
  if (found.fingerprint === present.fingerprint) return 'same';
  if (found.snapshotOn !== present.snapshotOn) return found.snapshotOn > present.snapshotOn ? 'newer' : 'older';
  if (found.number !== present.number) return found.number > present.number ? 'newer' : 'older';
  return 'changed';
}
