import { readFileSync } from 'node:fs';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { openApiDocument } from '#platform/server/api/openapi.ts';
import { allOperations } from '#platform/server/operation.ts';
import described from '../../src/modules/interface/described/described.json' with { type: 'json' };

const root = path.resolve(import.meta.dirname, '../..');
const journey = path.join(root, 'tests/api/mainJob.ts');
const standIn = path.join(root, 'tests/api/interface.ts');
let types = '';

beforeAll(async () => {
  const document = openApiDocument(allOperations(), described, '1.0.0');
  types = astToString(await openapiTS(JSON.parse(JSON.stringify(document))));
}, 120_000);

/** What the compiler says of the main job when the made types stand where the stand-in stood. */
function complaints(source = readFileSync(journey, 'utf8')): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ['node'],
    typeRoots: [path.join(root, 'node_modules/@types')],
  };
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  const replaced: Record<string, string> = { [standIn]: types, [journey]: source };
  host.readFile = (file) => replaced[path.resolve(file)] ?? read(file);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (file, version, ...rest) => {
    const text = replaced[path.resolve(file)];
    return text === undefined ? getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version, true);
  };
  const program = ts.createProgram([journey], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${path.basename(file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}

describe('a client made from the description', { timeout: 180_000 }, () => {
  test('has a method for every operation', () => {
    for (const { name } of allOperations()) expect(types).toContain(`"/api/v1/${name.replace('.', '/')}"`);
  });

  test('fits the main job as it is lived, to the last field', () => {
    expect(complaints()).toEqual([]);
  });

  test('refuses a field that does not exist, a field that misses and a wrong kind', () => {
    const wrong = [
      ["sector: 'bakery'", "sektor: 'bakery'"],
      ["outcome: 'done' as const", "outcome: 'finished' as const"],
      ['hours: 2,', "hours: 'two',"],
      ['found.leads', 'found.requests'],
      ['recruitment/takeLead', 'recruitment/takeLeads'],
    ] as const;
    const source = readFileSync(journey, 'utf8');
    const bitten = wrong.reduce((text, [right, mistake]) => text.replace(right, mistake), source);
    for (const [right] of wrong) expect(source).toContain(right);
    expect(complaints(bitten).length).toBeGreaterThanOrEqual(wrong.length);
  });
});
