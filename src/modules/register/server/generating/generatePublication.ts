import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { Zip, ZipDeflate } from 'fflate';
import { publishedFiles, unreadFiles, type PublishedFile } from '../../rules/publication.ts';
import { codeRows } from './codeTable.ts';
import { DrawnEnterprise, mostEnterprises, type FileRow, type GivenEnterprise } from './drawEnterprise.ts';

export interface PublicationToMake {
  readonly place: string;
  /** How many enterprises; everything else follows in the shares of the real publication. */
  readonly enterprises: number;
  readonly seed: number;
  /** Rises with each publication. */
  readonly number: number;
  /** `YYYY-MM-DD` */
  readonly snapshotOn: string;
  /** Enterprises that are in it as they are; they count as the first ones. */
  readonly given?: readonly GivenEnterprise[];
  /** How many of the secondary activities: 1 as published, less for a small file. */
  readonly activities?: number;
  readonly tell?: (file: string, share: number) => void;
}

const pieceSize = 128 * 1024;

/** Writes a publication in the published format, in constant memory. Gives how many rows each file has. The file appears whole. */
export async function generatePublication(wanted: PublicationToMake): Promise<Record<string, number>> {
  if (wanted.enterprises < 1 || wanted.enterprises > mostEnterprises)
    throw new RangeError(`A publication holds 1 to ${mostEnterprises} enterprises.`);
  const draft = `${wanted.place}.part`;
  const out = createWriteStream(draft);
  const over = finished(out);
  over.catch(() => undefined);
  let full = false;
  const zip = new Zip((problem, piece, last) => {
    if (problem) out.destroy(problem);
    else full = !out.write(piece) || full;
    if (last) out.end();
  });
  const settle = async () => {
    if (full && out.writableNeedDrain) await Promise.race([once(out, 'drain'), over]);
    full = false;
  };
  const counts: Record<string, number> = {};
  try {
    for (const { published, rows } of contents(wanted)) {
      const entry = new ZipDeflate(published.file, { level: 1 });
      zip.add(entry);
      const encoder = new TextEncoder();
      let text = `${published.columns.map(quoted).join(',')}\n`;
      let count = 0;
      for (const row of rows) {
        text += lineOf(row);
        count++;
        if (text.length < pieceSize) continue;
        entry.push(encoder.encode(text));
        text = '';
        await settle();
      }
      entry.push(encoder.encode(text), true);
      await settle();
      counts[published.file] = count;
    }
    zip.end();
    await over;
    await rename(draft, wanted.place);
    return counts;
  } catch (problem) {
    out.destroy();
    await rm(draft, { force: true });
    throw problem;
  }
}

const quoted = (field: string): string => `"${field.includes('"') ? field.replaceAll('"', '""') : field}"`;

function lineOf(row: FileRow): string {
  let line = '';
  for (const field of row) line += field === '' ? ',' : `${quoted(field)},`;
  return `${line.slice(0, -1)}\n`;
}

function* contents(wanted: PublicationToMake): Generator<{ published: PublishedFile; rows: Iterable<FileRow> }> {
  const { enterprises, seed, given = [], activities = 1, tell } = wanted;
  function* each(file: string, rowsOf: (drawn: DrawnEnterprise) => Iterable<FileRow>): Generator<FileRow> {
    for (let at = 0; at < enterprises; at++) {
      if (at % 5000 === 0) tell?.(file, at / enterprises);
      yield* rowsOf(new DrawnEnterprise(seed, at, given[at]));
    }
  }
  const [year, month, day] = wanted.snapshotOn.split('-');
  const snapshot = `${day}-${month}-${year}`;
  const meta: FileRow[] = [
    ['SnapshotDate', snapshot],
    ['ExtractTimestamp', `${snapshot} 04:30:00`],
    ['ExtractType', 'full'],
    ['ExtractNumber', String(wanted.number)],
    ['Version', 'R018.00'],
  ];
  yield { published: publishedFiles.meta, rows: meta };
  yield { published: publishedFiles.code, rows: codeRows() };
  yield { published: publishedFiles.enterprise, rows: each('enterprise.csv', (drawn) => [drawn.enterpriseRow()]) };
  yield { published: publishedFiles.establishment, rows: each('establishment.csv', (drawn) => drawn.unitRows()) };
  yield { published: publishedFiles.denomination, rows: each('denomination.csv', (drawn) => drawn.nameRows()) };
  yield { published: publishedFiles.address, rows: each('address.csv', (drawn) => drawn.addressRows()) };
  yield { published: publishedFiles.activity, rows: each('activity.csv', (drawn) => drawn.activityRows(activities)) };
  yield { published: unreadFiles.contact, rows: each('contact.csv', (drawn) => drawn.contactRows()) };
  yield { published: unreadFiles.branch, rows: [] };
}
