import sql, { join } from 'sql-template-tag';
import { newId } from './ids.ts';
import type { Locale } from '#shared/localised.ts';
import type { Db } from './database/pool.ts';
import { indexNames, keepInSearch } from './nameSearch.ts';
import { emailLookup, newPersonKey, openValues, sealValues, unwrapPersonKey } from './sealing.ts';

/** The personal values of one person: kept sealed under a key of their own, which erasure destroys. */
export interface PersonValues {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
}

export interface Person extends PersonValues {
  readonly id: string;
  readonly locale: Locale;
  readonly erased: boolean;
  /** Whether single keys do something on their pages. */
  readonly shortcuts: boolean;
}

interface PersonRow {
  id: string;
  locale: Locale;
  shortcuts: boolean;
  sealed: Buffer | null;
  wrapped: Buffer | null;
}

/** Adds a person, or gives the one who has this e-mail address already (whose values stay as they are). */
export async function findOrAddPerson(db: Db, values: PersonValues, locale: Locale): Promise<string> {
  if (values.email) {
    const known = await findByEmail(db, values.email);
    if (known) return known;
  }
  return addPerson(db, values, locale);
}

export async function addPerson(db: Db, values: PersonValues, locale: Locale, id = newId()): Promise<string> {
  const { key, wrapped } = newPersonKey(id);
  await db.run(sql`insert into people (id, locale, email_lookup, sealed)
    values (${id}, ${locale}, ${values.email ? emailLookup(values.email) : null}, ${sealValues(key, id, values)})`);
  await db.run(sql`insert into person_keys (person_id, wrapped) values (${id}, ${wrapped})`);
  await keepInSearch(db, id, values.name);
  return id;
}

export async function findByEmail(db: Db, email: string): Promise<string | undefined> {
  return (
    await db.maybe<{ id: string }>(
      sql`select id from people where email_lookup = ${emailLookup(email)} and erased_at is null`,
    )
  )?.id;
}

/** The values of several people at once, by id. Who was erased comes back without a name. */
export async function readPeople(db: Db, ids: readonly string[]): Promise<Map<string, Person>> {
  const all = [...new Set(ids)];
  const known = new Map(all.flatMap((id) => (db.memory?.has(id) ? [[id, db.memory.get(id) as Person] as const] : [])));
  const wanted = all.filter((id) => !known.has(id));
  if (wanted.length === 0) return known;
  const rows = await db.many<PersonRow>(sql`select p.id, p.locale, p.shortcuts, p.sealed, k.wrapped from people p
    left join person_keys k on k.person_id = p.id where p.id in (${join(wanted)})`);
  for (const row of rows) {
    const person = openPerson(row);
    known.set(row.id, person);
    db.memory?.set(row.id, person);
    if (row.wrapped) db.memory?.set(`key:${row.id}`, row.wrapped);
  }
  return known;
}

export async function readPerson(db: Db, id: string): Promise<Person | undefined> {
  return (await readPeople(db, [id])).get(id);
}

/** Changes values of a person; what is left out stays. */
export async function changePerson(
  db: Db,
  id: string,
  changes: Partial<PersonValues> & { locale?: Locale },
): Promise<void> {
  const row = await db.one<PersonRow>(
    sql`select p.id, p.locale, p.shortcuts, p.sealed, k.wrapped from people p join person_keys k on k.person_id = p.id where p.id = ${id}`,
  );
  const { locale, ...values } = changes;
  const next = { ...openPerson(row), ...values };
  const sealed = sealValues(unwrapPersonKey(id, row.wrapped!), id, {
    name: next.name,
    email: next.email,
    phone: next.phone || undefined,
  });
  await db.run(
    sql`update people set sealed = ${sealed}, locale = ${locale ?? row.locale}, email_lookup = ${next.email ? emailLookup(next.email) : null} where id = ${id}`,
  );
  if (values.name !== undefined) await keepInSearch(db, id, values.name);
}

/** Seals something that only makes sense together with a person (a draft, the secret in a mail) under that person's key. */
export async function sealForPerson(db: Db, personId: string, content: unknown): Promise<Buffer> {
  return sealValues(await keyOf(db, personId), personId, content);
}

export async function openForPerson<Content>(db: Db, personId: string, sealed: Buffer): Promise<Content> {
  return openValues<Content>(await keyOf(db, personId), personId, sealed);
}

async function keyOf(db: Db, personId: string): Promise<Buffer> {
  const known = db.memory?.get(`key:${personId}`) as Buffer | undefined;
  const wrapped =
    known ??
    (await db.one<{ wrapped: Buffer }>(sql`select wrapped from person_keys where person_id = ${personId}`)).wrapped;
  return unwrapPersonKey(personId, wrapped);
}

/** Destroys the key of a person and everything sealed beside it: what was sealed under it anywhere opens for nobody now. */
export async function eraseValues(db: Db, id: string, now: Date): Promise<void> {
  await db.run(sql`delete from person_keys where person_id = ${id}`);
  await db.run(
    sql`update people set sealed = null, email_lookup = null, locale = 'nl', shortcuts = true, erased_at = ${now} where id = ${id}`,
  );
}

function openPerson(row: PersonRow): Person {
  const { id, locale, shortcuts } = row;
  if (!row.sealed || !row.wrapped) return { id, locale, shortcuts, name: '—', erased: true };
  return {
    id,
    locale,
    shortcuts,
    erased: false,
    ...openValues<PersonValues>(unwrapPersonKey(row.id, row.wrapped), row.id, row.sealed),
  };
}

/** Names that were sealed without becoming findable. */
export const indexNamesJob = indexNames(readPeople);
