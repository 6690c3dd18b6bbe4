import { strToU8, zipSync } from 'fflate';
import type { Locale } from '#shared/localised.ts';
import type { Db } from '#platform/server/database/pool.ts';
import type { Download } from '#platform/server/door.ts';
import { notFound, notNow } from '#platform/server/errors.ts';
import { openForPerson, readPerson } from '#platform/server/people.ts';
import { personalTables } from '#platform/server/personalData.ts';
import { sha256 } from '#platform/server/sealing.ts';
import { textFor } from '#platform/text/index.ts';
import { recordKinds, type RecordKind } from '#shared/recordKinds.ts';
import { texts } from '../text/index.ts';
import { readablePage } from './exportPage.ts';
import { tellRows, type ToldRow } from './recordStore.ts';

/** One kind of record as it is told: why it is kept, where it comes from, how long, and the records themselves. */
export interface ToldKind {
  readonly kind: RecordKind;
  readonly name: string;
  readonly what: string;
  readonly why: string;
  readonly from: string;
  readonly howLong: string;
  readonly records: readonly { readonly table: string; readonly values: Readonly<Record<string, unknown>> }[];
}

export interface ToldPerson {
  readonly madeAt: string;
  readonly person: {
    readonly name: string;
    readonly email: string | null;
    readonly phone: string | null;
    readonly locale: Locale;
  };
  readonly kinds: readonly ToldKind[];
  readonly notIn: readonly string[];
}

/** Everything that is kept about somebody, as one zip: JSON for programs, a page for people. Needs the system's sight. */
export async function exportOf(
  db: Db,
  person: string,
  locale: Locale,
  now: Date,
): Promise<Download & { readonly sha256: string; readonly records: number }> {
  const values = await readPerson(db, person);
  if (!values) throw notFound();
  if (values.erased) throw notNow('privacy:because.erased');
  const rows = await Array.fromAsync(await tellRows(db, person), (row) => opened(db, person, row));
  const t = textFor(texts, locale);
  const told: ToldPerson = {
    madeAt: now.toISOString(),
    person: { name: values.name, email: values.email ?? null, phone: values.phone ?? null, locale: values.locale },
    kinds: recordKinds.map((kind) => {
      const tables = new Set(personalTables().flatMap((table) => (table.kind === kind ? table.table : [])));
      return {
        kind,
        name: t(`kind.${kind}`),
        what: t(`what.${kind}`),
        why: t(`why.${kind}`),
        from: t(`from.${kind}`),
        howLong: t(`howLong.${kind}`),
        records: rows.filter(({ table }) => tables.has(table)),
      };
    }),
    notIn: [t('notIn.others'), t('notIn.answers'), t('notIn.secrets')],
  };
  const bytes = zipSync(
    {
      'data.json': [strToU8(`${JSON.stringify(told, null, 2)}\n`), { mtime: now }],
      [`${t('export.pageName')}.html`]: [strToU8(readablePage(told, locale)), { mtime: now }],
    },
    { level: 6 },
  );
  return {
    name: `${t('export.fileName')}-${now.toISOString().slice(0, 10)}.zip`,
    mediaType: 'application/zip',
    bytes,
    sha256: sha256(bytes),
    records: rows.length,
  };
}

async function opened(db: Db, person: string, { name, row, sealed }: ToldRow) {
  const values: Record<string, unknown> = { ...row };
  for (const [column, bytes] of Object.entries(sealed))
    if (bytes) values[column] = await openForPerson(db, person, Buffer.from(bytes, 'base64'));
  return { table: name, values };
}
