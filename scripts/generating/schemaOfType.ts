import ts from 'typescript';
import type { JsonSchema } from '../../src/platform/server/api/described.ts';

type Schema = Record<string, unknown>;

/** Shapes that have a name in our own code are described once; what a library or the language names is described in place. */
const ours = /\/src\//;
const binary = new Set(['Uint8Array', 'Buffer', 'ArrayBuffer']);

/**
 * Describes types as they look after `JSON.stringify`: a date is a text, a property that may be undefined may be absent, a
 * function is not there.
 */
export function schemaMaker(checker: ts.TypeChecker) {
  const schemas: Record<string, JsonSchema> = {};
  const names = new Map<ts.Type, string>();

  function schemaOf(type: ts.Type, at: ts.Node): Schema {
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined | ts.TypeFlags.Null)) return { type: 'null' };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === 'true' };
    if (flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (type.isUnion()) return unionOf(type.types, at);
    if (type.isIntersection()) {
      // A branded text is a text.
      const plain = type.types.find((part) => part.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike));
      if (plain) return schemaOf(plain, at);
    }
    if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return objectOrNamed(type, at);
    const constraint = checker.getBaseConstraintOfType(type);
    return constraint && constraint !== type ? schemaOf(constraint, at) : {};
  }

  function unionOf(types: readonly ts.Type[], at: ts.Node): Schema {
    const defined = types.filter((type) => !(type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)));
    const isNull = (type: ts.Type) => (type.flags & ts.TypeFlags.Null) !== 0;
    const rest = defined.filter((type) => !isNull(type));
    const nullable = rest.length < defined.length;
    const literals = rest.flatMap((type) => (type.isStringLiteral() || type.isNumberLiteral() ? [type.value] : []));
    const booleans = rest.filter((type) => type.flags & ts.TypeFlags.BooleanLiteral);
    const others = rest.filter(
      (type) => !type.isStringLiteral() && !type.isNumberLiteral() && !(type.flags & ts.TypeFlags.BooleanLiteral),
    );
    const parts: Schema[] = others.map((type) => schemaOf(type, at));
    if (literals.length > 0) parts.push(literals.length === 1 ? { const: literals[0] } : { enum: sorted(literals) });
    if (booleans.length > 0) parts.push(booleans.length === 2 ? { type: 'boolean' } : schemaOf(booleans[0]!, at));
    if (parts.some((part) => Object.keys(part).length === 0)) return {};
    return joined(parts, nullable);
  }

  function objectOrNamed(type: ts.Type, at: ts.Node): Schema {
    const symbol = type.aliasSymbol ?? type.getSymbol();
    const name = symbol?.getName() ?? '';
    if (name === 'Date') return { type: 'string', format: 'date-time' };
    if (binary.has(name)) return { type: 'string', format: 'binary' };
    if (name === 'AsyncIterable' || name === 'AsyncGenerator') return { type: 'array', items: {} };
    if (checker.isArrayType(type)) return { type: 'array', items: schemaOf(elementOf(type), at) };
    if (checker.isTupleType(type)) {
      const items = checker.getTypeArguments(type as ts.TypeReference);
      return { type: 'array', items: items.length > 0 ? unionOf(items, at) : {} };
    }
    if (type.getCallSignatures().length > 0) return {};
    if (!isNamedByUs(type, symbol)) return objectOf(type, at);
    const known = names.get(type);
    if (known) return { $ref: `#/components/schemas/${known}` };
    const free = freeName(name, symbol!);
    names.set(type, free);
    // The name is taken before the shape is known, so that a shape may hold itself.
    schemas[free] = {};
    schemas[free] = objectOf(type, at);
    return { $ref: `#/components/schemas/${free}` };
  }

  function isNamedByUs(type: ts.Type, symbol: ts.Symbol | undefined): symbol is ts.Symbol {
    if (!symbol || symbol.getName().startsWith('__') || (type.aliasTypeArguments?.length ?? 0) > 0) return false;
    if (((type as ts.TypeReference).typeArguments?.length ?? 0) > 0) return false;
    return ours.test(symbol.declarations?.[0]?.getSourceFile().fileName ?? '');
  }

  function freeName(name: string, symbol: ts.Symbol): string {
    if (!(name in schemas)) return name;
    const module = /\/src\/(?:modules\/)?([^/]+)\//.exec(symbol.declarations![0]!.getSourceFile().fileName)?.[1] ?? '';
    const base =
      module.charAt(0).toUpperCase() + module.slice(1).replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    let free = base + name;
    for (let number = 2; free in schemas; number++) free = `${base}${name}${number}`;
    return free;
  }

  function objectOf(type: ts.Type, at: ts.Node): Schema {
    const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const property of checker.getPropertiesOfType(type)) {
      const name = property.getName();
      if (name.startsWith('__@')) continue;
      const of = checker.getTypeOfSymbolAtLocation(property, at);
      if (of.getCallSignatures().length > 0) continue;
      const words = ts.displayPartsToString(property.getDocumentationComment(checker)).replace(/\s+/g, ' ').trim();
      const schema = schemaOf(of, at);
      properties[name] = words ? { ...schema, description: words } : schema;
      if (!(property.flags & ts.SymbolFlags.Optional) && !mayBeUndefined(of)) required.push(name);
    }
    return {
      type: 'object',
      ...(Object.keys(properties).length > 0 ? { properties } : {}),
      ...(required.length > 0 ? { required } : {}),
      ...(index ? { additionalProperties: schemaOf(index.type, at) } : {}),
    };
  }

  function elementOf(type: ts.Type): ts.Type {
    return checker.getTypeArguments(type as ts.TypeReference)[0]!;
  }

  return { schemaOf, schemas };
}

function mayBeUndefined(type: ts.Type): boolean {
  return type.isUnion() && type.types.some((part) => part.flags & ts.TypeFlags.Undefined);
}

/** The order of a union is the compiler's own and may change between runs: what is written down has one of ours. */
function sorted(values: readonly (string | number)[]): (string | number)[] {
  return [...values].sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1,
  );
}

function joined(parts: readonly Schema[], nullable: boolean): Schema {
  const distinct = [...new Map(parts.map((part) => [JSON.stringify(part), part])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, part]) => part);
  if (!nullable) return distinct.length === 1 ? distinct[0]! : { anyOf: distinct };
  const [only] = distinct;
  if (distinct.length === 0) return { type: 'null' };
  if (distinct.length === 1 && typeof only!['type'] === 'string') return { ...only, type: [only!['type'], 'null'] };
  if (distinct.length === 1 && Array.isArray(only!['enum'])) return { enum: [...only!['enum'], null] };
  return { anyOf: [...distinct, { type: 'null' }] };
}
