import { foldName, squeezeName, wordsOf } from '../../rules/foldName.ts';
import { RegisterProblem } from '../../rules/importProblem.ts';
import { publishedFiles, type FileName } from '../../rules/publication.ts';
import { says, textOf, type CopyLines } from './copyLines.ts';
import type { Row } from './rowScanner.ts';

/** What the rows of a file become. */
export interface Writing {
  /** The table that they go into, with its columns. */
  readonly table: string;
  readonly columns: readonly string[];
  /** Writes a row; gives false when it is left out. */
  readonly write: (row: Row, lines: CopyLines) => boolean;
}

const natural = Buffer.from('1');
const legal = Buffer.from('2');
const main = Buffer.from('MAIN');
/** As long as an entry of an index may be, and longer than anybody types. */
const longestSqueezed = 120;
const longestName = 4000;

/** How each file is written, but for the activities: which of them stay depends on what the code table says. */
export const writings: Readonly<Record<Exclude<FileName, 'meta' | 'activity'>, Writing>> = {
  code: {
    table: 'register_codes',
    columns: ['category', 'code', 'language', 'description'],
    write(row, lines) {
      lines.text(row, 0, true);
      lines.text(row, 1, true);
      lines.text(row, 2, true);
      // A code may have no words in one language.
      if (row.starts[3] === row.ends[3]) lines.plain('');
      else lines.text(row, 3);
      return true;
    },
  },
  enterprise: {
    table: 'register_enterprises',
    columns: ['number', 'situation', 'natural_person', 'legal_form', 'legal_form_cac', 'starts_on'],
    write(row, lines) {
      lines.number(row, 0);
      lines.text(row, 2, true);
      if (says(row, 3, legal)) lines.flag(false);
      else if (says(row, 3, natural)) lines.flag(true);
      else lines.refuse(row, 3);
      lines.text(row, 4);
      lines.text(row, 5);
      lines.day(row, 6);
      return true;
    },
  },
  establishment: {
    table: 'register_units',
    columns: ['number', 'starts_on', 'enterprise_number'],
    write(row, lines) {
      lines.number(row, 0);
      lines.day(row, 1);
      lines.number(row, 2);
      return true;
    },
  },
  denomination: {
    table: 'staged_names',
    columns: ['entity_number', 'language', 'kind', 'name', 'squeezed', 'words'],
    write(row, lines) {
      if (row.ends[3]! - row.starts[3]! > longestName) {
        const { file, columns } = publishedFiles.denomination;
        throw new RegisterProblem({ code: 'long', file, line: row.line, column: columns[3] });
      }
      lines.number(row, 0);
      lines.text(row, 1, true);
      lines.text(row, 2, true);
      lines.text(row, 3, true);
      const folded = foldName(textOf(row, 3));
      lines.plain(squeezeName(folded).slice(0, longestSqueezed));
      lines.plain(`{${wordsOf(folded).join(',')}}`);
      return true;
    },
  },
  address: {
    table: 'register_addresses',
    columns: [
      'entity_number',
      'kind',
      'country_nl',
      'country_fr',
      'zip',
      'municipality_nl',
      'municipality_fr',
      'street_nl',
      'street_fr',
      'house_number',
      'box',
      'extra',
      'struck_off_on',
    ],
    write(row, lines) {
      lines.number(row, 0);
      lines.text(row, 1, true);
      for (let field = 2; field < 12; field++) lines.text(row, field);
      lines.day(row, 12);
      return true;
    },
  },
};

/**
 * Of the activities only the main ones of the newest version stay.
 * @param newest as the code table names it, `2025`
 */
export function writeActivities(newest: string): Writing {
  const version = Buffer.from(newest);
  return {
    table: 'register_activities',
    columns: ['entity_number', 'activity_group', 'nace_version', 'nace_code'],
    write(row, lines) {
      if (!says(row, 2, version)) {
        // A version that the code table does not know yet would be newer: leaving it out would be a silent loss.
        if (isNewer(row, version)) {
          const { file, columns } = publishedFiles.activity;
          const params = { found: textOf(row, 2).slice(0, 20), newest };
          throw new RegisterProblem({ code: 'unknownNace', file, line: row.line, column: columns[2], params });
        }
        return false;
      }
      if (!says(row, 4, main)) return false;
      lines.number(row, 0);
      lines.text(row, 1, true);
      lines.text(row, 2, true);
      lines.text(row, 3, true);
      return true;
    },
  };
}

/** Four figures that are larger, or no four figures at all. */
function isNewer(row: Row, version: Buffer): boolean {
  const start = row.starts[2]!;
  if (row.ends[2]! - start !== 4) return true;
  for (let at = 0; at < 4; at++) {
    const difference = row.bytes[start + at]! - version[at]!;
    if (difference !== 0) return difference > 0;
  }
  return false;
}
