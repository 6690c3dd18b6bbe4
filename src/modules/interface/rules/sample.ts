/** A JSON Schema as the description of the interface writes it. */
export type Schema = Readonly<Record<string, unknown>>;

export type Schemas = Readonly<Record<string, Schema>>;

const deepest = 6;

function resolved(schema: Schema, schemas: Schemas): Schema {
  const name = /^#\/components\/schemas\/(\w+)$/.exec(String(schema['$ref'] ?? ''))?.[1];
  return name ? (schemas[name] ?? {}) : schema;
}

function typesOf(schema: Schema): readonly string[] {
  const { type } = schema;
  return typeof type === 'string' ? [type] : Array.isArray(type) ? (type as string[]) : [];
}

/** A value that fits the schema: what an answer looks like, with one item in each list. Too deep down it stops. */
export function sampleOf(given: Schema, schemas: Schemas, depth = 0): unknown {
  const schema = resolved(given, schemas);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  if (Array.isArray(schema['anyOf'])) return sampleOf(schema['anyOf'][0] as Schema, schemas, depth);
  const [type] = typesOf(schema);
  if (type === 'array')
    return depth >= deepest ? [] : [sampleOf((schema['items'] as Schema) ?? {}, schemas, depth + 1)];
  if (type === 'object') {
    if (depth >= deepest) return {};
    const properties = Object.entries((schema['properties'] as Record<string, Schema> | undefined) ?? {});
    return Object.fromEntries(properties.map(([name, one]) => [name, sampleOf(one, schemas, depth + 1)]));
  }
  if (type === 'integer' || type === 'number') return Math.max(1, Number(schema['minimum'] ?? 1));
  if (type === 'boolean') return true;
  if (type === 'null' || type === undefined) return null;
  const formats: Record<string, string> = {
    date: '2026-03-31',
    'date-time': '2026-03-31T08:30:00.000Z',
    uuid: '019864a5-2000-7000-8000-000000000001',
    email: 'naam@example.org',
    uri: 'https://example.org',
  };
  return formats[String(schema['format'] ?? '')] ?? '…';
}

/** One line of a table of fields. */
export interface Field {
  /** As a pointer in an answer names it, without the slash before it: `plan/goals/…/title`. */
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  readonly type: string;
  readonly required: boolean;
  readonly choices: readonly string[];
  /** Least and most, or the longest text; null where there is none. */
  readonly limit: string | null;
  readonly description: string | null;
}

/** The fields of an input, those within others after them. */
export function fieldsOf(given: Schema, schemas: Schemas, depth = 0, under = ''): Field[] {
  const schema = resolved(given, schemas);
  const required = (schema['required'] as readonly string[] | undefined) ?? [];
  const properties = Object.entries((schema['properties'] as Record<string, Schema> | undefined) ?? {});
  return properties.flatMap(([name, property]) => {
    const one = resolved(property, schemas);
    const isList = typesOf(one).includes('array');
    const item = isList ? resolved((one['items'] as Schema | undefined) ?? {}, schemas) : one;
    const path = under + name;
    const field: Field = {
      path,
      name,
      depth,
      type: isList ? `${typeName(item)}[]` : typeName(one),
      required: required.includes(name),
      choices: ((item['enum'] as readonly unknown[] | undefined) ?? []).map(String),
      limit: limitOf(item),
      description: typeof property['description'] === 'string' ? property['description'] : null,
    };
    return depth < deepest && typesOf(item).includes('object')
      ? [field, ...fieldsOf(item, schemas, depth + 1, `${path}${isList ? '/…' : ''}/`)]
      : [field];
  });
}

function typeName(schema: Schema): string {
  if (typeof schema['format'] === 'string') return schema['format'];
  if (Array.isArray(schema['enum'])) return 'code';
  if (Array.isArray(schema['anyOf']))
    return [...new Set(schema['anyOf'].map((one) => typeName(one as Schema)))].join(' | ');
  return typesOf(schema).join(' | ') || 'any';
}

function limitOf(schema: Schema): string | null {
  const { minimum, maximum, maxLength } = schema as { minimum?: number; maximum?: number; maxLength?: number };
  if (maxLength !== undefined) return `≤ ${maxLength}`;
  if (minimum !== undefined && maximum !== undefined) return `${minimum} – ${maximum}`;
  if (minimum !== undefined) return `≥ ${minimum}`;
  return maximum === undefined ? null : `≤ ${maximum}`;
}
