import { checkDigits } from '#modules/enterprises/index.ts';
import { chanceOf, type Chance } from './chance.ts';
import { naceCodes, naceVersions } from './codeTable.ts';
import { enterpriseName, personName, places, shortName, streets } from './words.ts';

/** One that must be in the register as it is, for an example: everything else is drawn. */
export interface GivenEnterprise {
  /** Ten digits. */
  readonly number: string;
  readonly name: string;
  readonly zip: string;
  readonly municipality: string;
  /** Code of its legal form, of the code table. */
  readonly legalForm: string;
  /** Five figures, newest version. */
  readonly nace: string;
  readonly startsOn: string;
}

export type FileRow = readonly string[];

/** What is drawn from one stream, so that no file shifts what another one draws. */
const subjects = { enterprise: 1, name: 2, address: 3, activity: 4, contact: 5 } as const;

/** Bodies of numbers that the register has not given out: 12 to 19 million, 50 to 69 million for units. */
const firstEnterprise = 12_000_000;
const firstUnit = 50_000_000;
export const mostEnterprises = 4_000_000;
const unitsAtMost = 4;

const withDots = (number: string): string =>
  /^[01]/.test(number)
    ? `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`
    : `${number[0]}.${number.slice(1, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;
const numberOf = (body: number): string => {
  const firstEight = String(body).padStart(8, '0');
  return withDots(firstEight + checkDigits(firstEight));
};
const day = (chance: Chance): string =>
  `${String(1 + chance.below(28)).padStart(2, '0')}-${String(1 + chance.below(12)).padStart(2, '0')}-${1970 + chance.below(56)}`;

/** An enterprise with what every file says of it. Shares are those of the publication of October 2025. */
export class DrawnEnterprise {
  readonly number: string;
  readonly natural: boolean;
  readonly french: boolean;
  readonly units: readonly string[];
  readonly #seed: number;
  readonly #at: number;
  readonly #given: GivenEnterprise | undefined;
  readonly #startsOn: string;
  readonly #legalForm: string;

  /** @param at which one, from 0 */
  constructor(seed: number, at: number, given?: GivenEnterprise) {
    const chance = chanceOf(seed, subjects.enterprise, at);
    this.#seed = seed;
    this.#at = at;
    this.#given = given;
    this.natural = chance.happens(0.45) && !given;
    this.french = chance.happens(0.3) && !given;
    const drawn = chance.happens(0.72) ? 1 + (chance.happens(0.14) ? 1 + chance.below(unitsAtMost - 1) : 0) : 0;
    const count = given ? 1 : drawn;
    this.number = given ? withDots(given.number) : numberOf(firstEnterprise + at);
    this.units = Array.from({ length: count }, (_, unit) => numberOf(firstUnit + at * unitsAtMost + unit));
    const [year, month, first] = given?.startsOn.split('-') ?? [];
    this.#startsOn = given ? `${first}-${month}-${year}` : day(chance);
    this.#legalForm = given?.legalForm ?? (this.natural ? '' : chance.pick(['610', '610', '610', '014', '716', '017', '017', '411', '412'].slice(0, chance.happens(0.99) ? 7 : 9))); // prettier-ignore
  }

  enterpriseRow(): FileRow {
    return [this.number, 'AC', '000', this.natural ? '1' : '2', this.#legalForm, '', this.#startsOn];
  }

  *unitRows(): Generator<FileRow> {
    for (const unit of this.units) yield [unit, this.#startsOn, this.number];
  }

  *nameRows(): Generator<FileRow> {
    const chance = chanceOf(this.#seed, subjects.name, this.#at);
    const language = this.french ? '1' : '2';
    const name = this.#given?.name ?? (this.natural ? personName(chance) : enterpriseName(chance, this.french));
    yield [this.number, language, '001', name];
    if (chance.happens(0.12) && !this.natural) yield [this.number, language, '002', shortName(chance)];
    if (chance.happens(0.2)) yield [this.number, language, '003', enterpriseName(chance, this.french)];
    for (const unit of this.units)
      if (chance.happens(0.47)) yield [unit, language, '003', enterpriseName(chance, this.french)];
  }

  *addressRows(): Generator<FileRow> {
    const chance = chanceOf(this.#seed, subjects.address, this.#at);
    // Half of all enterprises lie in ten places.
    const [zip, nl, fr] = this.#given
      ? ([this.#given.zip, this.#given.municipality, this.#given.municipality] as const)
      : chance.pick(chance.happens(0.3) ? places.slice(0, 10) : places);
    const row = (entity: string, kind: string): FileRow => {
      const [street, rue] = chance.pick(streets);
      const box = chance.happens(0.1) ? String(1 + chance.below(20)) : '';
      return [entity, kind, '', '', zip, nl, fr, street, rue, String(1 + chance.below(250)), box, '', ''];
    };
    // Natural persons have no address of their own in the publication.
    if (!this.natural) yield row(this.number, 'REGO');
    for (const unit of this.units) yield row(unit, 'BAET');
  }

  /** Activities of every version and classification; a third has no main one of the newest version. */
  *activityRows(share: number): Generator<FileRow> {
    const chance = chanceOf(this.#seed, subjects.activity, this.#at);
    const main = this.#given?.nace ?? chance.pick(naceCodes);
    const employer = chance.happens(0.2);
    const hasNewest = this.#given !== undefined || chance.happens(0.65);
    for (const version of naceVersions) {
      if (version === '2003' && !chance.happens(0.35)) continue;
      const groups = employer ? ['001', '003', '006'] : ['001', '003'];
      for (const group of groups) {
        if (version !== '2025' || hasNewest) {
          // The authorities do not always agree on what is the main one.
          const code = group === '001' && !this.#given && chance.happens(0.15) ? chance.pick(naceCodes) : main;
          yield [this.number, group, version, code, 'MAIN'];
        }
        const more = Math.round((1 + chance.below(group === '003' ? 5 : 2)) * share);
        for (let turn = 0; turn < more; turn++)
          yield [this.number, group, version, chance.pick(naceCodes), chance.happens(0.05) ? 'ANCI' : 'SECO'];
      }
      for (const unit of this.units) {
        if (version !== '2025' || hasNewest) yield [unit, '003', version, main, 'MAIN'];
        if (chance.happens(0.6 * share)) yield [unit, '003', version, chance.pick(naceCodes), 'SECO'];
      }
    }
  }

  *contactRows(): Generator<FileRow> {
    const chance = chanceOf(this.#seed, subjects.contact, this.#at);
    if (chance.happens(0.2))
      yield [this.number, 'ENT', 'TEL', `09 ${100 + chance.below(900)} ${10 + chance.below(90)} 00`];
    if (chance.happens(0.16))
      yield [this.number, 'ENT', 'EMAIL', `info@${this.number.replaceAll('.', '')}.example.org`];
  }
}
