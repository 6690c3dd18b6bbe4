import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { locales, localeTags, type Locale } from '../src/shared/localised.ts';

const root = path.resolve(import.meta.dirname, '..');
/** Texts of the office exist in these two; all others in every language. */
const officeLocales: readonly Locale[] = ['nl', 'en'];

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** The kinds of parts in the parser's tree; its own enumeration is not exported. */
const TYPE = { literal: 0, argument: 1, number: 2, date: 3, time: 4, select: 5, plural: 6, pound: 7, tag: 8 } as const;
type Catalog = Readonly<Record<string, unknown>>;

/**
 * The parameters that a message asks for. A choice comes with its cases and a date with its kind, which every language
 * needs alike; whether a number forms a plural is up to the language. Throws when the message cannot be read.
 */
export function parametersOf(message: string, locale: Locale): string[] {
  const found = new Set<string>();
  const walk = (parts: Ast): void => {
    for (const part of parts) {
      if (part.type === TYPE.select) found.add(`${part.value}, ${Object.keys(part.options).sort().join(' or ')}`);
      else if (part.type === TYPE.date || part.type === TYPE.time)
        found.add(`${part.value}, ${part.type === TYPE.date ? 'date' : 'time'}`);
      else if (part.type !== TYPE.literal && part.type !== TYPE.pound) found.add(part.value);
      if ('options' in part) for (const option of Object.values(part.options)) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(message, localeTags[locale], undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}

/** What is wrong with one folder's catalogs, one line each, starting with the file. Dutch decides which texts there are. */
export function problemsOf(
  folder: string,
  catalogs: Partial<Record<Locale, Catalog>>,
  wanted: readonly Locale[],
): string[] {
  const problems: string[] = [];
  const dutch = catalogs.nl ?? {};
  for (const locale of wanted) {
    const file = `${folder}/${locale}.json`;
    const catalog = catalogs[locale];
    if (!catalog) {
      problems.push(`${file}: is missing`);
      continue;
    }
    for (const key of Object.keys(dutch)) if (!(key in catalog)) problems.push(`${file}: "${key}" is missing`);
    for (const [key, message] of Object.entries(catalog)) {
      if (!(key in dutch)) problems.push(`${file}: "${key}" does not exist in nl.json`);
      else if (typeof message !== 'string' || message.trim() === '') problems.push(`${file}: "${key}" is empty`);
      else problems.push(...parameterProblems(file, key, message, locale, dutch[key]));
    }
  }
  return problems;
}

function parameterProblems(file: string, key: string, message: string, locale: Locale, dutch: unknown): string[] {
  try {
    const here = parametersOf(message, locale).join(', ');
    const there = typeof dutch === 'string' ? parametersOf(dutch, 'nl').join(', ') : '';
    return here === there ? [] : [`${file}: "${key}" uses {${here}} where Dutch uses {${there}}`];
  } catch (error) {
    return [`${file}: "${key}" cannot be read: ${(error as Error).message}`];
  }
}

function textFolders(): string[] {
  return ['src', 'cli'].flatMap((top) =>
    readdirSync(path.join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name === 'nl.json' && /(^|\/)text(\/\w+)?$/.test(entry.parentPath))
      .map((entry) => path.relative(root, entry.parentPath)),
  );
}

/** Reads every `text` folder of the project. */
export function checkTexts(): { folders: number; texts: number; problems: string[] } {
  let texts = 0;
  const problems: string[] = [];
  const folders = textFolders();
  for (const folder of folders) {
    const wanted = folder.endsWith('office') ? officeLocales : locales;
    const catalogs: Partial<Record<Locale, Catalog>> = {};
    for (const file of readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.json'))) {
      const locale = file.slice(0, -'.json'.length);
      try {
        catalogs[locale as Locale] = JSON.parse(readFileSync(path.join(root, folder, file), 'utf8')) as Catalog;
      } catch (error) {
        problems.push(`${folder}/${file}: is not valid JSON: ${(error as Error).message}`);
      }
      if (!wanted.includes(locale as Locale)) problems.push(`${folder}/${file}: is not one of ${wanted.join(', ')}`);
    }
    texts += Object.keys(catalogs.nl ?? {}).length;
    problems.push(...problemsOf(folder, catalogs, wanted));
  }
  return { folders: folders.length, texts, problems };
}

if (import.meta.main) {
  const { folders, texts, problems } = checkTexts();
  for (const problem of problems) console.error(problem);
  console.error(
    `${texts} texts in ${folders} folders: ${problems.length ? `${problems.length} problems` : 'every language complete'}.`,
  );
  process.exitCode = problems.length ? 1 : 0;
}
