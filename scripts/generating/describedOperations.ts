import path from 'node:path';
import ts from 'typescript';
import type { DescribedOperations } from '../../src/platform/server/api/described.ts';
import { schemaMaker } from './schemaOfType.ts';

const root = path.resolve(import.meta.dirname, '../..');
const kinds = ['query', 'command', 'stream'];

/**
 * What the declarations do not say in a form that a program can read, taken from where it is said: the sentence above an
 * operation, and the type of its result. The compiler reads both, so what is described is what type-checks.
 */
export function describedOperations(): DescribedOperations {
  const program = programOf(path.join(root, 'src/modules/operations.server.ts'));
  const checker = program.getTypeChecker();
  const { schemaOf, schemas } = schemaMaker(checker);
  const operations: Record<string, DescribedOperations['operations'][string]> = {};
  for (const file of program.getSourceFiles()) {
    if (!/\/src\/modules\/.*\/server\//.test(file.fileName)) continue;
    const visit = (node: ts.Node): void => {
      const name = ts.isCallExpression(node) ? declaredName(node) : undefined;
      if (name) operations[name] = { ...wordsAbove(node, checker), result: schemaOf(resultOf(node, checker), node) };
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  const sorted = <Value>(record: Record<string, Value>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { operations: sorted(operations), schemas: sorted(schemas) };
}

function programOf(entry: string): ts.Program {
  const configPath = path.join(root, 'tsconfig.json');
  const { config } = ts.readConfigFile(configPath, (file) => ts.sys.readFile(file)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root, undefined, configPath);
  return ts.createProgram([entry], { ...options, noEmit: true });
}

/** The name in `query({ name: 'module.verbNoun', … })`; undefined for any other call. */
function declaredName(call: ts.CallExpression): string | undefined {
  if (!ts.isIdentifier(call.expression) || !kinds.includes(call.expression.text)) return undefined;
  const [declaration] = call.arguments;
  if (!declaration || !ts.isObjectLiteralExpression(declaration)) return undefined;
  for (const property of declaration.properties)
    if (
      ts.isPropertyAssignment(property) &&
      property.name.getText() === 'name' &&
      ts.isStringLiteral(property.initializer)
    )
      return property.initializer.text;
  return undefined;
}

/** The first sentence above the declaration, and the rest. */
function wordsAbove(call: ts.Node, checker: ts.TypeChecker): { summary: string; description?: string } {
  const variable = ts.findAncestor(call, ts.isVariableDeclaration);
  const symbol = variable && checker.getSymbolAtLocation(variable.name);
  const text = ts
    .displayPartsToString(symbol?.getDocumentationComment(checker))
    .replace(/\{@link (\w+)\}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  if (!text) return { summary: wordsOf(variable?.name.getText() ?? '') };
  const end = /[.:;](?=\s)|[.:;]$/.exec(text)?.index ?? text.length;
  const rest = text.slice(end + 1).trim();
  return { summary: text.slice(0, end), ...(rest ? { description: rest[0]!.toUpperCase() + rest.slice(1) } : {}) };
}

/** `readQuickSession` → «Read quick session», for what has no sentence of its own. */
function wordsOf(name: string): string {
  const words = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The type that `call` of the operation gives, without its promise. */
function resultOf(call: ts.Node, checker: ts.TypeChecker): ts.Type {
  const method = checker.getTypeAtLocation(call).getProperty('call');
  const [signature] = method ? checker.getTypeOfSymbolAtLocation(method, call).getCallSignatures() : [];
  if (!signature) throw new Error(`No operation is made at ${call.getSourceFile().fileName}`);
  const promised = signature.getReturnType();
  return checker.getAwaitedType(promised) ?? promised;
}
