import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import type { Locale } from '#shared/localised.ts';
import type { CareKind, ContactCapacity, OrganisationKind } from '../rules/organisation.ts';

export interface CommitteeRow {
  readonly number: string;
  readonly workers?: number | undefined;
}

/** An enterprise as it is kept. */
export interface EnterpriseRow {
  readonly id: string;
  readonly programme: string;
  readonly lot: string | null;
  readonly provider: string | null;
  /** Ten digits. */
  readonly number: string;
  readonly name: string;
  readonly municipality: string | null;
  readonly organisationKind: OrganisationKind;
  readonly careKind: CareKind | null;
  readonly sectorCode: string | null;
  readonly jointCommittees: readonly CommitteeRow[];
  readonly workers: number | null;
  /** The language of its letters and documents. */
  readonly locale: Locale;
  readonly version: number;
}

/** The lot and the provider that an enterprise belongs to: they decide who sees it. */
export interface EnterprisePlace {
  readonly programme: string;
  readonly lot: string | null;
  readonly provider: string | null;
}

const columns = sql`select id, programme_id as programme, lot_id as lot, provider_id as provider, number, name, municipality,
  organisation_kind as "organisationKind", care_kind as "careKind", sector_code as "sectorCode", joint_committees as "jointCommittees",
  workers, locale, version from enterprises`;

export function readEnterpriseRow(db: Db, id: string): Promise<EnterpriseRow | undefined> {
  return db.maybe<EnterpriseRow>(sql`${columns} where id = ${id}`);
}

/** The enterprise with this number (ten digits) in a programme, when it is there and in sight. */
export function findEnterpriseByNumber(db: Db, programme: string, number: string): Promise<EnterpriseRow | undefined> {
  return db.maybe<EnterpriseRow>(sql`${columns} where programme_id = ${programme} and number = ${number}`);
}

export type NewEnterprise = Omit<EnterpriseRow, 'id' | 'version'>;

/**
 * Adds an enterprise and gives its id. Two at the same moment meet on the number: the transaction that loses is run again and
 * then finds the first.
 */
export async function addEnterprise(db: Db, facts: NewEnterprise): Promise<string> {
  const id = newId();
  await db.run(sql`insert into enterprises (id, programme_id, lot_id, provider_id, number, name, municipality, organisation_kind, care_kind,
      sector_code, joint_committees, workers, locale)
    values (${id}, ${facts.programme}, ${facts.lot}, ${facts.provider}, ${facts.number}, ${facts.name}, ${facts.municipality}, ${facts.organisationKind},
      ${facts.careKind}, ${facts.sectorCode}, ${JSON.stringify(facts.jointCommittees)}, ${facts.workers}, ${facts.locale})
    on conflict (programme_id, number) do nothing`);
  return id;
}

/** What somebody may change of an enterprise; its number never. */
export type EnterpriseFacts = Pick<
  EnterpriseRow,
  'name' | 'municipality' | 'sectorCode' | 'jointCommittees' | 'workers' | 'locale'
>;

/** Writes the facts; gives false when somebody else wrote a newer version meanwhile. */
export async function writeEnterpriseFacts(
  db: Db,
  id: string,
  facts: EnterpriseFacts,
  version: number,
): Promise<boolean> {
  const changed =
    await db.run(sql`update enterprises set name = ${facts.name}, municipality = ${facts.municipality}, sector_code = ${facts.sectorCode},
      joint_committees = ${JSON.stringify(facts.jointCommittees)}, workers = ${facts.workers}, locale = ${facts.locale}, version = version + 1
    where id = ${id} and version = ${version}`);
  return changed === 1;
}

/** Gives an enterprise and its contacts to another lot and provider; needs sight of both. */
export async function moveEnterprise(db: Db, id: string, { lot, provider }: EnterprisePlace): Promise<void> {
  await db.run(
    sql`update enterprises set lot_id = ${lot}, provider_id = ${provider}, version = version + 1 where id = ${id}`,
  );
  await db.run(
    sql`update enterprise_people set lot_id = ${lot}, provider_id = ${provider} where enterprise_id = ${id}`,
  );
}

export interface ContactRow {
  readonly id: string;
  readonly person: string;
  readonly capacity: ContactCapacity;
  readonly main: boolean;
}

/** The people of an enterprise whom we may contact, the main one first. */
export function contactsOf(db: Db, enterprise: string): Promise<ContactRow[]> {
  return db.many<ContactRow>(
    sql`select id, person_id as person, capacity, main from enterprise_people where enterprise_id = ${enterprise} order by main desc, added_at, id limit 100`,
  );
}

/** Adds a contact, or keeps the one that is there; the first one becomes the main one. */
export async function addContactRow(
  db: Db,
  enterprise: EnterprisePlace & { id: string },
  contact: { person: string; capacity: ContactCapacity },
): Promise<void> {
  await db.run(sql`insert into enterprise_people (id, programme_id, lot_id, provider_id, enterprise_id, person_id, capacity, main)
    values (${newId()}, ${enterprise.programme}, ${enterprise.lot}, ${enterprise.provider}, ${enterprise.id}, ${contact.person}, ${contact.capacity},
      not exists (select 1 from enterprise_people p where p.enterprise_id = ${enterprise.id} and p.main))
    on conflict (enterprise_id, person_id) do nothing`);
}

export async function changeContactRow(
  db: Db,
  enterprise: string,
  contact: { id: string; capacity: ContactCapacity; main: boolean },
): Promise<void> {
  if (contact.main)
    await db.run(
      sql`update enterprise_people set main = false where enterprise_id = ${enterprise} and main and id <> ${contact.id}`,
    );
  await db.run(
    sql`update enterprise_people set capacity = ${contact.capacity}, main = main or ${contact.main} where enterprise_id = ${enterprise} and id = ${contact.id}`,
  );
}

/** Takes a contact off the list; the person stays known. Gives false for the main one, which goes only when another is. */
export async function removeContactRow(db: Db, enterprise: string, contact: string): Promise<boolean> {
  return (
    (await db.run(
      sql`delete from enterprise_people where enterprise_id = ${enterprise} and id = ${contact} and not main`,
    )) === 1
  );
}

/** Whether somebody signs in here: then only they change their own name and telephone. Needs the system's sight. */
export async function hasAccount(db: Db, person: string): Promise<boolean> {
  const { has } = await db.one<{ has: boolean }>(
    sql`select exists (select 1 from grants where person_id = ${person} and withdrawn_at is null) as has`,
  );
  return has;
}

/** Which of these people sign in here. Needs the system's sight. */
export async function withAccount(db: Db, people: readonly string[]): Promise<Set<string>> {
  const rows = await db.many<{ person: string }>(
    sql`select distinct person_id as person from grants where person_id = any (${[...people]}::uuid[]) and withdrawn_at is null`,
  );
  return new Set(rows.map(({ person }) => person));
}
