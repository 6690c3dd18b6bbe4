import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { commands } from '../cli/registry.ts';

const root = path.resolve(import.meta.dirname, '..');

/** What the pages may point at. */
export interface House {
  exists(place: string): boolean;
  read(place: string): string;
  readonly scripts: readonly string[];
  readonly commands: readonly string[];
}

const ours = /^(src|cli|scripts|tests|bench|docs|database)\/[\w./()[\]+@-]+$/;
const rowOfTable = /^\|(?!\s*:?-)/;

/** What is wrong with one page: links, paths and commands that lead nowhere. */
export function problemsOfPage(page: string, content: string, house: House): string[] {
  const problems: string[] = [];
  for (const [, target] of content.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
    if (target && !/^[a-z]+:/.test(target) && !house.exists(path.join(path.dirname(page), target)))
      problems.push(`${page}: links to ${target}, which does not exist`);
  }
  for (const [, code = ''] of content.matchAll(/`([^`\n]+)`/g)) problems.push(...problemsOfCode(page, code, house));
  return problems;
}

function problemsOfCode(page: string, code: string, house: House): string[] {
  if (ours.test(code) && !house.exists(code)) return [`${page}: names ${code}, which does not exist`];
  const script = /^(?:\w+=\S+ )*npm (?:run (?:-s )?)?(\S+)/.exec(code)?.[1];
  if (
    script &&
    !['ci', 'install', 'audit'].includes(script) &&
    !script.includes('<') &&
    !house.scripts.includes(script)
  ) {
    return [`${page}: names npm script "${script}", which does not exist`];
  }
  const command = /^(?:npm run (?:-s )?krachtlijn -- |krachtlijn )([a-z-]+)/.exec(code)?.[1];
  if (command && !house.commands.includes(command))
    return [`${page}: names command "${command}", which does not exist`];
  return [];
}

/**
 * An acceptance page is a table; every row names in its cells the command or the test that shows the point, as
 * `path/to/file.test.ts` or `path/to/file.test.ts` › "title". What it names must exist and be part of `npm test`.
 */
export function problemsOfAcceptance(page: string, content: string, house: House): string[] {
  const rows = content.split('\n').filter((line) => rowOfTable.test(line));
  const heads = content
    .split('\n')
    .filter((line, index, lines) => rowOfTable.test(line) && /^\|\s*:?-/.test(lines[index + 1] ?? ''));
  const points = rows.filter((row) => !heads.includes(row));
  const problems = points.length === 0 ? [`${page}: has no table of points`] : [];
  for (const row of points) {
    const point = row.split('|')[1]?.trim().slice(0, 60);
    const tests = [
      ...row.matchAll(/`((?:src|cli|scripts|tests|bench)\/[^`]+\.(?:test|spec)\.ts)`(?:\s*›\s*["“]([^"”]+)["”])?/g),
    ];
    if (tests.length === 0 && !/`(?:\w+=\S+ )*npm (?:test|run|start)[^`]*`/.test(row))
      problems.push(`${page}: "${point}" names no test and no command`);
    for (const [, place = '', title] of tests) {
      if (house.exists(place) && title && !house.read(place).includes(title))
        problems.push(`${page}: ${place} has no test "${title}"`);
    }
  }
  return problems;
}

/** Looks at every page of documentation. */
export function checkDocs(): string[] {
  const house: House = {
    exists: (place) => existsSync(path.join(root, place)),
    read: (place) => readFileSync(path.join(root, place), 'utf8'),
    scripts: [
      ...Object.keys(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).scripts),
      'test',
      'start',
    ],
    commands: Object.keys(commands),
  };
  const docs = readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map(
    (name) => `docs/${name}`,
  );
  const pages = [...docs, ...readdirSync(root)].filter((name) => name.endsWith('.md'));
  return pages.flatMap((page) => {
    const content = house.read(page);
    return [
      ...problemsOfPage(page, content, house),
      ...(page.startsWith('docs/acceptance/') ? problemsOfAcceptance(page, content, house) : []),
    ];
  });
}
