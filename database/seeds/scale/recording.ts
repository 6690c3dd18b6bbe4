import type pg from 'pg';
import type { Prototype } from './prototypes.ts';

/**
 * What stands in one place of a copy: an id of the case itself, a day, one of its people, its name or number, a secret's hash, or
 * the hash (or check code) of something frozen that is computed anew.
 */
export type Slot =
  | { readonly kind: 'id'; readonly ordinal: number }
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'contact' | 'contactName' | 'consultant' | 'member' | 'name' | 'number' | 'municipality' }
  | { readonly kind: 'secret'; readonly token: string }
  | { readonly kind: 'hash' | 'code'; readonly frozen: number };

/** A row as literals with slots between them: literal 0, slot 0, literal 1, slot 1 … */
export interface Row {
  readonly literals: readonly string[];
  readonly slots: readonly number[];
}

/** A decision or a document, whose hash covers what the copy says. */
export interface Frozen {
  readonly table: 'eligibility_decisions' | 'documents';
  /** The columns that the hash covers, each rendered on its own. */
  readonly covered: Readonly<Record<string, Row>>;
}

export interface Recording {
  readonly prototype: Prototype;
  readonly tables: ReadonlyMap<string, readonly Row[]>;
  readonly slots: readonly Slot[];
  readonly frozen: readonly Frozen[];
  readonly ids: number;
  /** The place of the enterprise's own id among them. */
  readonly enterprise: number;
}

/** Tables of a case that are not copied: what waits for somebody outside, and the trail, of which every copy gets one line. And what the database keeps by itself from the rows that are. */
const left = new Set([
  'access_links',
  'audit_entries',
  'files',
  'mails',
  'drafts',
  'enterprise_search',
  'reached_enterprises',
]);
/** Columns with the hash of a secret: a copy has its own, which opens nothing. */
const secrets = new Set(['scans.secret_hash', 'scans.series_hash']);
/** Columns with a date that is the name of a version. */
const fixed = new Set(['rule_version', 'definition_version', 'questionnaire_hash']);

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * The tables that hold rows of an enterprise (and grants on it), in an order in which what is referred to comes first. What the app
 * may not write, the database keeps by itself: it follows from the rest.
 */
export async function tablesOfCases(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; refers: string[] }>(`
    select c.relname as name, (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(distinct f.confrelid::regclass::text) from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid), '{}') as refers
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege('krachtlijn_app', c.oid, 'insert') order by c.relname`);
  const mine = rows.filter(
    ({ name, columns }) =>
      !left.has(name) && (name === 'enterprises' || name === 'grants' || columns.includes('enterprise_id')),
  );
  const placed: TableShape[] = [];
  while (placed.length < mine.length) {
    const next = mine.find(
      ({ name, refers }) =>
        !placed.some((table) => table.name === name) &&
        refers.every(
          (other) => placed.some((table) => table.name === other) || !mine.some((table) => table.name === other),
        ),
    );
    if (!next) throw new Error('Tables of a case refer to one another in a circle.');
    placed.push({ name: next.name, columns: next.columns });
  }
  return placed;
}

/** Reads one lived case as rows with slots. The connection's time zone must be UTC. */
export async function record(
  client: pg.ClientBase,
  tables: readonly TableShape[],
  prototype: Prototype,
): Promise<Recording> {
  const found = new Map<string, Record<string, string | null>[]>();
  for (const { name, columns } of tables) {
    const where =
      name === 'enterprises'
        ? 'id = $1'
        : name === 'grants'
          ? 'scope_id = $1 or scope_id in (select id from trajectories where enterprise_id = $1)'
          : 'enterprise_id = $1';
    const list = columns.map((column) => `${column}::text as ${column}`).join(', ');
    found.set(name, (await client.query(`select ${list} from ${name} where ${where}`, [prototype.enterprise])).rows);
  }
  return new Recorder(prototype, found).result(tables);
}

class Recorder {
  private readonly slots: Slot[] = [];
  private readonly places = new Map<string, number>();
  private readonly ordinals: ReadonlyMap<string, number>;
  private readonly pattern: RegExp;
  private readonly named = new Map<string, Slot>();
  private readonly prototype: Prototype;
  private readonly found: ReadonlyMap<string, readonly Record<string, string | null>[]>;

  constructor(prototype: Prototype, found: ReadonlyMap<string, readonly Record<string, string | null>[]>) {
    this.prototype = prototype;
    this.found = found;
    const own = new Set<string>();
    for (const rows of found.values()) for (const row of rows) if (row['id']) own.add(row['id']);
    // In the order in which they were given out: what came later has a later id in a copy too.
    this.ordinals = new Map([...own].sort().map((id, ordinal) => [id, ordinal]));
    const { contact, consultant, member, name, number, municipality } = prototype;
    this.named.set(contact.id, { kind: 'contact' }).set(contact.name, { kind: 'contactName' });
    this.named.set(name, { kind: 'name' }).set(number, { kind: 'number' }).set(municipality, { kind: 'municipality' });
    if (consultant) this.named.set(consultant, { kind: 'consultant' });
    if (member) this.named.set(member, { kind: 'member' });
    this.frozenRows('eligibility_decisions').forEach((row, at) =>
      this.named.set(row['hash']!, { kind: 'hash', frozen: at }),
    );
    const before = this.frozenRows('eligibility_decisions').length;
    this.frozenRows('documents').forEach((row, at) => {
      this.named.set(row['hash']!, { kind: 'hash', frozen: before + at });
      this.named.set(row['check_code']!, { kind: 'code', frozen: before + at });
    });
    const words = [...this.named.keys()].filter((word) => !new RegExp(`^${uuid}$`).test(word));
    const literal = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|');
    this.pattern = new RegExp(`${literal}|${uuid}|(?<!\\d)20\\d{2}-\\d{2}-\\d{2}(?!\\d)`, 'g');
  }

  private frozenRows(table: string) {
    const rows = [...(this.found.get(table) ?? [])];
    return rows.sort((one, other) => (one['id']! < other['id']! ? -1 : 1));
  }

  result(tables: readonly TableShape[]): Recording {
    const rows = tables.map(({ name, columns }) => {
      const made = this.found.get(name)!.map((row) => this.row(columns.map((column) => this.value(name, column, row[column] ?? null)))); // prettier-ignore
      return [name, made] as const;
    });
    const covered = (table: Frozen['table'], columns: readonly string[]): Frozen[] =>
      this.frozenRows(table).map((row) => ({
        table,
        covered: Object.fromEntries(columns.map((column) => [column, this.row([this.marked(row[column]!)])])),
      }));
    return {
      prototype: this.prototype,
      tables: new Map(rows),
      slots: this.slots,
      frozen: [
        ...covered('eligibility_decisions', ['facts', 'decision']),
        ...covered('documents', ['trajectory_id', 'kind', 'content', 'made_at']),
      ],
      ids: this.ordinals.size,
      enterprise: this.ordinals.get(this.prototype.enterprise)!,
    };
  }

  /** The pieces of one value, as PostgreSQL's text format for COPY wants them. */
  private value(table: string, column: string, value: string | null): (string | number)[] {
    if (value === null) return [String.raw`\N`];
    if (secrets.has(`${table}.${column}`)) return [this.slot({ kind: 'secret', token: value })];
    const pieces = fixed.has(column) ? [value] : this.marked(value);
    return pieces.map((piece) => (typeof piece === 'string' ? escaped(piece) : piece));
  }

  private marked(value: string): (string | number)[] {
    const pieces: (string | number)[] = [];
    let from = 0;
    for (const match of value.matchAll(this.pattern)) {
      const slot = this.slotOf(match[0]);
      if (slot === undefined) continue;
      pieces.push(value.slice(from, match.index), slot);
      from = match.index + match[0].length;
    }
    pieces.push(value.slice(from));
    return pieces;
  }

  private slotOf(word: string): number | undefined {
    const named = this.named.get(word);
    if (named) return this.slot(named);
    if (/^20\d\d-\d\d-\d\d$/.test(word))
      return this.slot({ kind: 'day', day: Date.parse(`${word}T00:00:00Z`) / 86_400_000 });
    const ordinal = this.ordinals.get(word);
    return ordinal === undefined ? undefined : this.slot({ kind: 'id', ordinal });
  }

  private slot(slot: Slot): number {
    const key = JSON.stringify(slot);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.slots.length);
    return this.slots.push(slot) - 1;
  }

  /** Joins the values of a row with tabs, and literals that touch with one another. */
  private row(values: readonly (readonly (string | number)[])[]): Row {
    const literals = [''];
    const slots: number[] = [];
    values.forEach((pieces, at) => {
      if (at > 0) literals[literals.length - 1] += '\t';
      for (const piece of pieces) {
        if (typeof piece === 'string') literals[literals.length - 1] += piece;
        else {
          slots.push(piece);
          literals.push('');
        }
      }
    });
    return { literals, slots };
  }
}

const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', String.raw`\t`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`);
