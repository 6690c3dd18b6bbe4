import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Manifest, Plugin } from 'vite';
import { locales, localeTags, type Locale } from '../../src/shared/localised.ts';

/** Where a page fetches texts: `app.html` maps the folder `any` to that of the page's language. */
const folder = '_app/immutable/texts';
const anyLanguage = 'any';

const catalogFile = /^\.\/(?:office\/)?(?:nl|en|fr|de)\.json$/;
const parser = '@formatjs/icu-messageformat-parser';

type Catalog = Readonly<Record<string, string>>;

/** The catalogs of one folder with texts, and the name under which the browser fetches them. */
interface Fetched {
  /** Without the language: `trajectories-office.3f2a….js`. The hash is of all languages, so that it is one name for all. */
  readonly file: string;
  readonly sources: ReadonlyMap<Locale, string>;
}

/**
 * A catalog as a script. Messages with parameters are parsed here, so that no parser travels; they are formatted by the
 * same formatter as on the server.
 */
export function catalogScript(catalog: Catalog, locale: Locale): string {
  const parsed = Object.entries(catalog).map(([key, message]) => [
    key,
    message.includes('{')
      ? new IntlMessageFormat(message, localeTags[locale], undefined, { ignoreTag: true }).getAst()
      : message,
  ]);
  return `export default ${JSON.stringify(Object.fromEntries(parsed))};`;
}

/** `src/modules/access/text/office` is `access-office`, `src/platform/text/errors` is `platform-errors`. */
function nameOf(where: string, root: string): string {
  return path
    .relative(path.join(root, 'src'), where)
    .split(path.sep)
    .filter((part) => part !== 'modules' && part !== 'text')
    .join('-');
}

function readFolder(where: string, root: string): Fetched {
  const read = (locale: Locale) => {
    try {
      return JSON.parse(readFileSync(path.join(where, `${locale}.json`), 'utf8')) as Catalog;
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw problem;
    }
  };
  // Who works in French or German reads the office's English texts, as `textFor` has it.
  const english = read('en');
  if (!english) throw new Error(`${where} has no en.json`);
  const sources = new Map(
    locales.map((locale) => {
      const own = read(locale);
      return [locale, catalogScript(own ?? english, own ? locale : 'en')];
    }),
  );
  const hash = createHash('sha256')
    .update([...sources.values()].join('\n'))
    .digest('hex')
    .slice(0, 8);
  return { file: `${nameOf(where, root)}.${hash}.js`, sources };
}

/**
 * The browser gets the texts of one language: in its build every catalog of a folder is one and the same outside script,
 * under an address that the page's import map turns into that of its language. See docs/decisions/011.
 */
export function textsPerLanguage(): Plugin {
  let root = '';
  const fetched = new Map<string, Fetched>();
  const addressOf = ({ file }: Fetched) => `/${folder}/${anyLanguage}/${file}`;

  return {
    name: 'krachtlijn:texts-per-language',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    configResolved(config) {
      root = config.root;
    },
    async resolveId(source, importer) {
      if (source === parser) return this.resolve(`${parser}/no-parser.js`, importer, { skipSelf: true });
      if (!importer || !catalogFile.test(source)) return undefined;
      const where = path.dirname(path.resolve(path.dirname(importer), source));
      if (!fetched.has(where)) fetched.set(where, readFolder(where, root));
      return { id: addressOf(fetched.get(where)!), external: 'absolute' };
    },
    generateBundle() {
      for (const { file, sources } of fetched.values())
        for (const [locale, source] of sources)
          this.emitFile({ type: 'asset', fileName: `${folder}/${locale}/${file}`, source });
    },
    /** Kit preloads what stands in this list; the texts of a page are to come with its scripts, not after them. */
    writeBundle(options, bundle) {
      const manifestFile = path.join(options.dir!, '.vite/manifest.json');
      const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
      const byFile = new Map(Object.values(manifest).map((entry) => [entry.file, entry]));
      for (const one of fetched.values()) manifest[addressOf(one)] = { file: addressOf(one).slice(1) };
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const texts = chunk.imports.filter((imported) => imported in manifest && imported.startsWith(`/${folder}/`));
        const entry = byFile.get(chunk.fileName);
        if (entry && texts.length > 0) entry.imports = [...(entry.imports ?? []), ...texts];
      }
      writeFileSync(manifestFile, JSON.stringify(manifest, null, 2));
    },
  };
}
