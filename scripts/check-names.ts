import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const tops = ['src', 'cli', 'scripts', 'tests', 'bench', 'database'];
const emptyNames = /^(utils?|helpers?|services?|managers?|common|lib|misc|types)$/i;
const longestFile = 300;
/** A long file says why in its first lines: `Long because every code stands in one list.` */
const reason = /\bLong because [^\n]{10,}/;
const unfinished = [
  { pattern: /\b(TODO|FIXME|XXX)\b/, what: 'is unfinished' },
  { pattern: /\b(describe|it|test)\.(skip|only|todo)\b/, what: 'leaves a test out' },
];

/** What is wrong with one file of ours, one line each. */
export function problemsOfFile(place: string, content: string): string[] {
  const problems: string[] = [];
  for (const part of place.split('/')) {
    if (emptyNames.test(part.split('.')[0] ?? ''))
      problems.push(`${place}: "${part}" says nothing; name it after the one thing in it`);
  }
  if (!/\.(ts|mjs|cjs|js|svelte|css|typ|sql)$/.test(place)) return problems;
  const lines = content.split('\n');
  if (lines.length - 1 > longestFile && !reason.test(lines.slice(0, 20).join('\n'))) {
    problems.push(`${place}: has ${lines.length - 1} lines; split it, or say why on top ("Long because …")`);
  }
  for (const { pattern, what } of unfinished) {
    const line = lines.findIndex((text) => pattern.test(text));
    if (line >= 0) problems.push(`${place}:${line + 1}: ${what} (${pattern.exec(lines[line]!)![0]})`);
  }
  return problems;
}

/** Looks at every file of ours; this one and its test name what they forbid. */
export function checkNames(): string[] {
  return tops.flatMap((top) =>
    readdirSync(path.join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('check-names'))
      .flatMap((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        const text = /\.(png|woff2?|ttf|otf|pdf|gz)$/.test(entry.name) ? '' : readFileSync(file, 'utf8');
        return problemsOfFile(path.relative(root, file), text);
      }),
  );
}
