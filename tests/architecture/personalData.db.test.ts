import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { personalTables, publishedTables } from '#platform/server/personalData.ts';
import { useOwnDatabase } from '../support/database.ts';

/*
 * Whatever is kept about people is declared by its module, so that an export and an erasure forget none of it. A new table with a
 * reference to a person, a sealed column or a column to type in fails here until its declaration says what happens to it.
 */

const database = useOwnDatabase();
let client: pg.Client;

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly toPeople: boolean;
}
let columns: readonly Column[];
const tables = personalTables();
const published = new Set(publishedTables().map(({ table }) => table));
const declared = (table: string) => tables.filter((one) => one.table === table);

beforeAll(async () => {
  client = new pg.Client({ connectionString: database.url() });
  await client.connect();
  columns = (
    await client.query<Column>(`select c.table_name as "table", c.column_name as "column", c.data_type as type,
      exists (select 1 from pg_constraint k where k.contype = 'f' and k.confrelid = 'people'::regclass and k.conrelid = format('public.%I', c.table_name)::regclass
        and k.conkey = array[c.ordinal_position::smallint]) as "toPeople"
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, 2`)
  ).rows;
});
afterAll(() => client.end());

/** Sealed or binary, but not a person's: each with the reason. */
const nobodys: Readonly<Record<string, string>> = {
  'files.bytes':
    'a file of a case; what is made from values is made anew each time, and nothing of people is kept there',
  'webhooks.secret': 'the key of a program, under the key of the instance',
};

/** Names of columns that never hold what somebody typed about people: codes, states, hashes, keys and figures. */
const codes =
  /^(state|kind|outcome|locale|text_key|code|hash|channel|capacity|means|size|stage|source|role|roles|scope|template|purpose|method|lookup|fields|operation|details|digest|media_type|sha256|facts|decision|rule_version|definition|definition_version|stop_reason|stopped_in|party|check_code|number|sector_code|sector|organisation_kind|care_kind|joint_committees|worker_band|relation|answers|result|what|event|events|url|scopes|hint|token_hash|secret_hash|series_hash|bucket|caller|actor|key|input_digest|transports|credential_id|organisation|organisation_code|organisation_name|device|email_lookup|masked_hash|seal_hash|link|parameters|problem|form|list|themes|theme|municipality|folded|model_id|subject_kind|actor_kind|because|given|decline_reason|questionnaire_\w+)$/;

/** Names of enterprises, programmes, places and viruses, and what is published: not of people. */
const names = [
  'enterprises.name',
  'enterprise_search.name',
  'trajectories.enterprise_name',
  'scans.enterprise_name',
  'providers.name',
  'lots.name',
  'programmes.name',
  'files.name',
  'questionnaire_versions.content',
  'applied_migrations.name',
  'documents.content',
  'webhook_deliveries.body',
  'notice_choices.choices',
  'notices.period',
  'notices.stream',
  'presence.form',
  'presence.section',
  'drafts.form',
  'mails.problem',
  'saved_views.list',
  'aid_entries.regulation',
  'aid_entries.basis',
  'aid_entries.used_by',
  'aid_events.into_parts',
  'attachments.found',
  'register_imports.file',
  'register_imports.step',
  'register_steps.fingerprint',
  'register_steps.step',
];

describe('everything about people is declared', () => {
  test('each reference to a person', () => {
    const looks = (column: Column) =>
      column.toPeople ||
      (column.type === 'uuid' && /^(person_id|contact_id|guide_id|actor_id|.*_by|by_person)$/.test(column.column));
    const missing = columns
      .filter(looks)
      .filter(
        ({ table, column }) =>
          table !== 'audit_seals' && !declared(table).some((one) => one.about === column || one.by?.includes(column)),
      );
    expect(missing.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
  });

  test('each sealed column', () => {
    const missing = columns
      .filter(({ type }) => type === 'bytea')
      .filter(
        ({ table, column }) =>
          !(`${table}.${column}` in nobodys) && !declared(table).some((one) => one.sealed?.includes(column)),
      );
    expect(missing.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
  });

  test('each column in which somebody types', () => {
    const missing = columns
      .filter(({ type }) => type === 'text' || type === 'jsonb')
      .filter(({ table }) => !published.has(table))
      .filter(({ table, column }) => !codes.test(column) && !names.includes(`${table}.${column}`))
      .filter(({ table, column }) => !declared(table).some((one) => one.words?.includes(column)));
    expect(missing.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
  });

  test('and nothing is declared that is not there', () => {
    const known = new Set(columns.map(({ table, column }) => `${table}.${column}`));
    const unpublished = publishedTables().flatMap(({ table, names: told }) =>
      told.map((column) => `${table}.${column}`),
    );
    expect(unpublished.filter((name) => !known.has(name))).toEqual([]);
    expect([...published].filter((table) => !columns.some((one) => one.table === table))).toEqual([]);
    const said = tables.flatMap(
      ({ table, about, by = [], sealed = [], words = [], tells = [], opens = [], empties = [], inCase }) =>
        [
          ...(about ? [about] : []),
          ...by,
          ...sealed,
          ...words,
          ...tells,
          ...opens,
          ...empties,
          ...(inCase ? ['enterprise_id', 'programme_id'] : []),
        ].map((column) => `${table}.${column}`),
    );
    expect(said.filter((name) => !known.has(name))).toEqual([]);
  });

  test('the database takes words out of the same columns, and out of no other', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select table_name || '.' || column_name as name from krachtlijn.words order by 1`,
    );
    const said = tables.flatMap(({ table, words = [] }) => words.map((column) => `${table}.${column}`));
    expect(rows.map(({ name }) => name)).toEqual(said.sort());
  });

  test('a table is declared once', () => {
    expect(new Set(tables.map(({ table }) => table)).size).toBe(tables.length);
  });
});
