import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DescribedOperations } from '#platform/server/api/described.ts';
import { openApiDocument } from '#platform/server/api/openapi.ts';
import { allOperations } from '#platform/server/operation.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** `docs/openapi.json`: the document that every instance gives at `/api/v1/openapi.json`. */
export function openApiPage(described: DescribedOperations): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return JSON.stringify(openApiDocument(allOperations(), described, version));
}
