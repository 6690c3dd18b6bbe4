import { z } from 'zod';
import { openApiDocument, moduleOf, pathOf, type OpenApiDocument } from '#platform/server/api/openapi.ts';
import { inputSchema } from '#platform/server/api/inputSchema.ts';
import { isProblemCode, problemStatuses } from '#platform/server/api/problems.ts';
import { config } from '#platform/server/config.ts';
import { notFound } from '#platform/server/errors.ts';
import { allOperations, nothing, query, type Operation } from '#platform/server/operation.ts';
import { rolesWith, type Role } from '#platform/server/permissions.ts';
import { scopeOf } from '#platform/server/scopes.ts';
import { problemTexts } from '#platform/text/problems/index.ts';
import { textFor } from '#platform/text/index.ts';
import { usesAMinute } from '#platform/server/api/allowance.ts';
import described from '../described/described.json' with { type: 'json' };
import packageFacts from '../../../../package.json' with { type: 'json' };
import { moduleWords } from '../text/moduleWords.ts';
import { fieldsOf, sampleOf, type Field, type Schema, type Schemas } from '../rules/sample.ts';

const open = {
  public: 'how the interface works is no secret; it says nothing about anybody',
  sees: 'nothing',
} as const;
const { operations: words, schemas } = described as unknown as {
  operations: Readonly<Record<string, { summary: string; description?: string; result: Schema } | undefined>>;
  schemas: Schemas;
};

let document: OpenApiDocument | undefined;

/** The whole interface as OpenAPI 3.1. */
export const readDescription = query({
  name: 'interface.readDescription',
  input: z.object({}),
  on: nothing,
  needs: open,
  example: () => ({}),
  async run(): Promise<Readonly<Record<string, unknown>>> {
    return (document ??= openApiDocument(allOperations(), described, packageFacts.version));
  },
});

export interface OperationLine {
  readonly name: string;
  readonly verb: string;
  readonly summary: string;
  readonly kind: Operation['kind'];
}

/** The parts of the interface with their operations, by name. */
export const readReference = query({
  name: 'interface.readReference',
  input: z.object({}),
  on: nothing,
  needs: open,
  example: () => ({}),
  async run({ actor }) {
    const operations = allOperations();
    const modules = [...new Set(operations.map(({ name }) => moduleOf(name)))];
    return {
      base: config().publicUrl,
      count: operations.length,
      usesAMinute,
      modules: modules.map((module) => ({
        module,
        title: moduleWords(module, actor.locale),
        operations: operations.filter(({ name }) => moduleOf(name) === module).map(lineOf),
      })),
      problems: Object.entries(problemStatuses).map(([code, status]) => ({
        code,
        status,
        title: textFor(problemTexts, actor.locale)(`${code as keyof typeof problemStatuses}.title`),
      })),
    };
  },
});

export interface OperationPart extends OperationLine {
  readonly path: string;
  readonly description: string | null;
  readonly scope: string;
  readonly permission: string | null;
  readonly openBecause: string | null;
  readonly roles: readonly Role[];
  readonly takesKey: boolean;
  readonly fields: readonly Field[];
  readonly curl: string;
  /** What comes back, as JSON; null for a file. */
  readonly answer: string | null;
}

/** One part of the interface: every operation with its fields, a call and an answer. */
export const readPart = query({
  name: 'interface.readPart',
  input: z.object({ module: z.string().max(60) }),
  on: nothing,
  needs: open,
  example: () => ({ module: 'recruitment' }),
  async run({ actor, input }) {
    const operations = allOperations().filter(({ name }) => moduleOf(name) === input.module);
    if (operations.length === 0) throw notFound();
    return {
      module: input.module,
      title: moduleWords(input.module, actor.locale),
      operations: operations.map((operation) => partOf(operation, config().publicUrl)),
    };
  },
});

/** What a code of a problem means, and what helps. */
export const readProblem = query({
  name: 'interface.readProblem',
  input: z.object({ code: z.string().max(60) }),
  on: nothing,
  needs: open,
  example: () => ({ code: 'not_found' }),
  async run({ actor, input }) {
    const { code } = input;
    if (!isProblemCode(code)) throw notFound();
    const t = textFor(problemTexts, actor.locale);
    return {
      code,
      status: problemStatuses[code],
      title: t(`${code}.title`),
      meaning: t(`${code}.meaning`, { uses: usesAMinute }),
    };
  },
});

function lineOf({ name, kind }: Operation): OperationLine {
  return { name, verb: name.slice(name.indexOf('.') + 1), summary: words[name]?.summary ?? name, kind };
}

/** Ids as they look, so that a call can be read; the same every time. */
const pretendWorld = new Proxy<Record<string, string>>(
  {},
  { get: (_none, name) => (typeof name === 'string' ? '019864a5-2000-7000-8000-000000000001' : undefined) },
);

function partOf(operation: Operation, base: string): OperationPart {
  const { name, kind, needs } = operation;
  const input = inputSchema(operation.input);
  const result = words[name]?.result ?? {};
  const isFile = result['$ref'] === '#/components/schemas/Download';
  return {
    ...lineOf(operation),
    path: pathOf(name),
    description: words[name]?.description ?? null,
    scope: scopeOf(operation),
    permission: typeof needs === 'string' ? needs : null,
    openBecause: typeof needs === 'object' ? needs.public : null,
    roles: typeof needs === 'string' ? rolesWith(needs).filter((role) => role !== 'link_holder') : [],
    takesKey: kind === 'command' && !operation.secretResult,
    fields: fieldsOf(input, {}),
    curl: curlFor(operation, base),
    answer: isFile || kind === 'stream' ? null : JSON.stringify(sampleOf(result, schemas), null, 2),
  };
}

/** A call that somebody can copy: the example of the declaration, which every test of roles calls too. */
function curlFor(operation: Operation, base: string): string {
  const { name, kind, needs } = operation;
  const example = JSON.parse(JSON.stringify(operation.example(pretendWorld) ?? {})) as Record<string, unknown>;
  const address = `${base}${pathOf(name)}`;
  const token = typeof needs === 'string' ? ["-H 'Authorization: Bearer kl_…'"] : [];
  if (kind === 'command') {
    const key = operation.secretResult ? [] : ["-H 'Idempotency-Key: 5f0c…'"];
    const body = JSON.stringify(example).replaceAll("'", String.raw`'\''`);
    return [`curl ${address}`, ...token, ...key, "-H 'Content-Type: application/json'", `-d '${body}'`].join(' \\\n  ');
  }
  const plain = Object.entries(example).filter(([, value]) => typeof value !== 'object');
  const query = new URLSearchParams(plain.map(([field, value]) => [field, String(value)])).toString();
  const accept = kind === 'stream' ? ["-H 'Accept: text/csv'"] : [];
  return [`curl '${address}${query ? `?${query}` : ''}'`, ...token, ...accept].join(' \\\n  ');
}
