import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';

/** What the register says of an enterprise, as it stands there. */
export interface RegisterRow {
  readonly number: string;
  readonly naturalPerson: boolean;
  readonly legalForm: string | null;
  readonly situation: string;
  readonly startsOn: string | null;
  readonly names: readonly { readonly name: string; readonly kind: string; readonly language: string }[];
  readonly addresses: readonly AddressRow[];
  readonly activities: readonly { readonly group: string; readonly code: string; readonly version: string }[];
  readonly units: number;
  /** What the codes above mean; those of languages are told by their words only. */
  readonly words: readonly CodeWords[];
}

export interface CodeWords {
  readonly category: string;
  readonly code: string;
  /** As the register writes it: NL, FR, DE, EN. */
  readonly language: string;
  readonly description: string;
}

export interface AddressRow {
  readonly kind: string;
  readonly zip: string | null;
  readonly municipalityNl: string | null;
  readonly municipalityFr: string | null;
  readonly streetNl: string | null;
  readonly streetFr: string | null;
  readonly houseNumber: string | null;
  readonly box: string | null;
}

/** The enterprises with these numbers (ten digits) that are in the register, in no order; one question, however many. */
export function readRegisterRows(db: Db, numbers: readonly string[]): Promise<RegisterRow[]> {
  return db.many(sql`select e.number, e.natural_person as "naturalPerson", e.legal_form as "legalForm", e.situation, e.starts_on as "startsOn",
      coalesce((select jsonb_agg(jsonb_build_object('name', n.name, 'kind', n.kind, 'language', n.language) order by n.kind, n.language, n.name)
        from register_names n where n.enterprise_number = e.number and n.entity_number = e.number), '[]') as names,
      coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'zip', a.zip, 'municipalityNl', a.municipality_nl, 'municipalityFr', a.municipality_fr,
          'streetNl', a.street_nl, 'streetFr', a.street_fr, 'houseNumber', a.house_number, 'box', a.box) order by a.kind desc, a.zip)
        from (select a.* from register_addresses a where a.entity_number = e.number and a.struck_off_on is null
          union all select a.* from register_addresses a where a.entity_number = (select min(u.number) from register_units u where u.enterprise_number = e.number)) a), '[]') as addresses,
      coalesce((select jsonb_agg(jsonb_build_object('group', a.activity_group, 'code', a.nace_code, 'version', a.nace_version) order by a.activity_group, a.nace_code)
        from register_activities a where a.entity_number = e.number), '[]') as activities,
      (select count(*)::int from register_units u where u.enterprise_number = e.number) as units,
      coalesce((select jsonb_agg(jsonb_build_object('category', c.category, 'code', c.code, 'language', c.language, 'description', c.description)) from (
        select * from register_codes where category = 'Language'
        union all select * from register_codes where category = 'JuridicalForm' and code = e.legal_form
        union all select * from register_codes where (category, code) in
          (select 'Nace' || a.nace_version, a.nace_code from register_activities a where a.entity_number = e.number)) c), '[]') as words
    from register_enterprises e where e.number = any (${[...numbers]}::text[])`);
}

export interface ExtractRow {
  readonly number: number;
  readonly snapshotOn: string;
  readonly naceVersion: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly importedAt: Date;
}

export function readExtract(db: Db): Promise<ExtractRow | undefined> {
  return db.maybe(
    sql`select number, snapshot_on as "snapshotOn", nace_version as "naceVersion", counts, imported_at as "importedAt" from register_extract`,
  );
}
