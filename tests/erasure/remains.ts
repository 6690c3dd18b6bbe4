import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { planted } from './planted.ts';

/** How a value may still stand somewhere: as it is, in an address, as bytes in hexadecimals or in base64. */
function formsOf(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  // Base64 of a text inside another one begins at one of three places: the part that is the same wherever it begins.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  return [value, encodeURIComponent(value), value.replaceAll(' ', '+'), bytes.toString('hex'), ...base64].map((form) =>
    form.toLowerCase(),
  );
}

const values = [
  ...planted.name.split(' '),
  planted.email,
  planted.note,
  planted.phone,
  '0499/81.72.63',
  '499/81.72.63',
  '0499817263',
  '32499817263',
];
const forms = [...new Set(values.flatMap(formsOf))];

/** Which of the planted values stand in a text. */
export function remainsIn(text: string): string[] {
  const small = text.toLowerCase();
  return forms.filter((form) => small.includes(form));
}

/** Every row of every table of every schema, as the owner of the server reads it: what a dump holds. */
export async function allRows(url: string): Promise<Map<string, string[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%' and not c.relispartition order by 1`,
    );
    const all = new Map<string, string[]>();
    for (const { name } of tables.rows)
      all.set(
        name,
        (await client.query<{ row: string }>(`select t::text as row from ${name} t`)).rows.map(({ row }) => row),
      );
    return all;
  } finally {
    await client.end();
  }
}

/** Where in the database the planted values stand, one line each. */
export async function remainsInDatabase(url: string): Promise<string[]> {
  const found: string[] = [];
  for (const [table, rows] of await allRows(url))
    for (const row of rows) {
      const left = remainsIn(row);
      if (left.length > 0) found.push(`${table}: ${left.join(', ')} in ${row.slice(0, 200)}`);
    }
  return found;
}

/** Where in a folder the planted values stand. Other tests drop their databases meanwhile: what is gone holds nothing. */
export function remainsInFolder(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return remainsInFolder(place);
    return entry.isFile() && remainsIn(`${place} ${contentOf(place)}`).length > 0 ? [place] : [];
  });
}

const entriesOf = (folder: string): Dirent[] => unlessGone(() => readdirSync(folder, { withFileTypes: true })) ?? [];
const contentOf = (file: string): string => unlessGone(() => readFileSync(file, 'latin1')) ?? '';

function unlessGone<Result>(look: () => Result): Result | undefined {
  try {
    return look();
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw problem;
  }
}
