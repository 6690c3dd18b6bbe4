import { scopeOf } from '../scopes.ts';
import type { Operation } from '../operation.ts';
import { rolesWith } from '../permissions.ts';
import type { Column } from '../exports/columns.ts';
import type { DescribedOperations, JsonSchema } from './described.ts';
import { inputSchema } from './inputSchema.ts';
import { problemStatuses } from './problems.ts';

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly [part: string]: unknown;
}

/** The part of a name before and after its dot. */
export const moduleOf = (name: string): string => name.slice(0, name.indexOf('.'));
export const pathOf = (name: string): string => `/api/v1/${name.replace('.', '/')}`;

/** The whole interface as OpenAPI 3.1: inputs from the declarations, results as the compiler described them. */
export function openApiDocument(
  operations: readonly Operation[],
  described: DescribedOperations,
  version: string,
): OpenApiDocument {
  const paths = Object.fromEntries(operations.map((one) => [pathOf(one.name), pathItem(one, described)]));
  const modules = [...new Set(operations.map(({ name }) => moduleOf(name)))];
  return {
    openapi: '3.1.0',
    info: {
      title: 'Krachtlijn',
      version,
      summary: 'Every operation of Krachtlijn, for programs.',
      description:
        'Reading by GET or POST, changing by POST. Errors are problem details (RFC 9457) with a stable `code`, in the language of Accept-Language (nl, en, fr, de).',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    tags: modules.map((name) => ({ name })),
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token of a person or of a machine account.' },
        link: {
          type: 'http',
          scheme: 'link',
          description: 'The secret in the address of a link from a mail; it opens the one document that it is for.',
        },
      },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'Sent twice under one key, a change happens once. Kept for a day.',
          schema: { type: 'string', minLength: 1, maxLength: 200 },
        },
      },
      responses: {
        Problem: {
          description: 'It was not done; `code` says why.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      schemas: { ...usedSchemas(paths, described), Problem: problemSchema },
    },
  };
}

function pathItem(operation: Operation, described: DescribedOperations): Record<string, unknown> {
  const { name, kind, needs, secretResult } = operation;
  const words = described.operations[name];
  const scope = scopeOf(operation);
  const input = inputSchema(operation.input);
  const shared = {
    tags: [moduleOf(name)],
    summary: words?.summary ?? name,
    ...(words?.description ? { description: words.description } : {}),
    security: securityOf(operation, scope),
    responses: {
      200: {
        description: 'Done.',
        ...headersOf(operation, words?.result),
        content: contentOf(operation, words?.result),
      },
      default: { $ref: '#/components/responses/Problem' },
    },
    'x-kind': kind,
    'x-scope': scope,
    ...(typeof needs === 'string'
      ? { 'x-permission': needs, 'x-roles': rolesWith(needs) }
      : { 'x-open-because': needs.public }),
  };
  const body = { requestBody: { required: true, content: { 'application/json': { schema: input } } } };
  const properties = Object.entries((input['properties'] as Record<string, JsonSchema> | undefined) ?? {});
  if (kind === 'command')
    return {
      post: {
        operationId: name,
        ...shared,
        ...(secretResult ? {} : { parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }] }),
        ...body,
      },
    };
  const required = (input['required'] as string[] | undefined) ?? [];
  const parameters = properties.map(([field, schema]) => ({
    name: field,
    in: 'query',
    required: required.includes(field),
    schema,
    ...(schema['type'] === 'object' ? { style: 'deepObject', explode: true } : {}),
  }));
  return {
    get: { operationId: name, ...shared, ...(parameters.length > 0 ? { parameters } : {}) },
    post: { operationId: `${name}.post`, ...shared, ...body },
  };
}

function securityOf({ needs }: Operation, scope: string): readonly Record<string, readonly string[]>[] {
  if (scope === 'anything') return [{}, { token: [] }];
  const byLink = typeof needs === 'string' && rolesWith(needs).includes('link_holder');
  return [{ token: [scope] }, ...(byLink ? [{ link: [] }] : [])];
}

const isFile = (result: JsonSchema | undefined): boolean => result?.['$ref'] === '#/components/schemas/Download';

function contentOf(operation: Operation, result: JsonSchema | undefined): Record<string, unknown> {
  if (operation.columns) {
    const row = rowSchema(operation.columns);
    return {
      'application/x-ndjson': { schema: { ...row, description: 'One row as JSON on each line.' } },
      'text/csv': { schema: { type: 'string', description: 'One row on each line, under a line with the keys.' } },
    };
  }
  if (isFile(result)) return { 'application/pdf': { schema: { type: 'string', contentMediaType: 'application/pdf' } } };
  return { 'application/json': { schema: result ?? {} } };
}

function headersOf(operation: Operation, result: JsonSchema | undefined): Record<string, unknown> {
  const goesOn = 'after' in ((inputSchema(operation.input)['properties'] as object | undefined) ?? {});
  if (!goesOn || !result) return {};
  return { headers: { Link: { description: 'The next page, as rel="next".', schema: { type: 'string' } } } };
}

function rowSchema(columns: NonNullable<Operation['columns']>): JsonSchema {
  const types: Record<Column['kind'], JsonSchema> = {
    text: { type: ['string', 'null'] },
    code: { type: ['string', 'null'] },
    whole: { type: ['integer', 'null'] },
    decimal: { type: ['number', 'null'] },
    cents: { type: ['integer', 'null'] },
    day: { type: ['string', 'null'], format: 'date' },
    moment: { type: ['string', 'null'], format: 'date-time' },
    flag: { type: ['boolean', 'null'] },
  };
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(columns).map(([key, { kind }]) => [key, types[kind]])),
    required: Object.keys(columns),
  };
}

/** The named shapes that something refers to, and those that these refer to. */
function usedSchemas(paths: unknown, { schemas }: DescribedOperations): Record<string, JsonSchema> {
  const used = new Set<string>();
  const collect = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      if (name && schemas[name] && !used.has(name)) {
        used.add(name);
        collect(schemas[name]);
      }
  };
  collect(paths);
  return Object.fromEntries([...used].sort().map((name) => [name, schemas[name]!]));
}

const problemSchema: JsonSchema = {
  type: 'object',
  description: 'Problem details (RFC 9457).',
  properties: {
    type: { type: 'string', format: 'uri', description: 'A page that says what the code means.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: {
      type: 'string',
      format: 'uri',
      description: 'Names this one time; send it along when you ask for help.',
    },
    code: { enum: Object.keys(problemStatuses) },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          pointer: { type: 'string', description: 'A JSON pointer to the field.' },
          detail: { type: 'string' },
          code: { type: 'string' },
        },
        required: ['pointer', 'detail', 'code'],
      },
    },
    current: { description: 'After `edit_conflict`: what stands there now.' },
    conflicts: { type: 'array', items: { type: 'object' } },
  },
  required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
};
