import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { build, type Manifest, type Plugin, type Rolldown } from 'vite';
import { afterAll, expect, it } from 'vitest';
import { browserContents, whyNotInBrowser } from './browserContents.ts';
import { catalogScript, textsPerLanguage } from './textsPerLanguage.ts';

const root = mkdtempSync(path.join(tmpdir(), 'krachtlijn-building-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, content: string): string {
  const whole = path.join(root, file);
  mkdirSync(path.dirname(whole), { recursive: true });
  writeFileSync(whole, content);
  return whole;
}

/** What the browser's build makes of one script, with the given plugins. */
async function built(entry: string, ...plugins: Plugin[]) {
  const outDir = path.join(root, 'out');
  const { output } = (await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins,
    build: {
      outDir,
      manifest: true,
      minify: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  })) as Rolldown.RolldownOutput;
  return output;
}

it('a script asks for one catalog in the language of the page, and every language has it under the same name', async () => {
  const catalogs = { nl: 'Dag', en: 'Hello', fr: 'Bonjour', de: 'Tag' };
  for (const [locale, greeting] of Object.entries(catalogs))
    write(`src/modules/people/text/${locale}.json`, JSON.stringify({ greeting }));
  write('src/modules/people/text/office/nl.json', '{ "desk": "Bureau van {name}" }');
  write('src/modules/people/text/office/en.json', '{ "desk": "Desk of {name}" }');
  const entry = write(
    'src/modules/people/text/index.ts',
    `import nl from './nl.json' with { type: 'json' };
     import de from './de.json' with { type: 'json' };
     import officeNl from './office/nl.json' with { type: 'json' };
     export const all = { nl, de, officeNl };`,
  );
  const output = await built(entry, textsPerLanguage());
  const script = output.find((file) => file.type === 'chunk')!;
  const wanted = script.imports.filter((file) => file.startsWith('/_app/immutable/texts/any/'));
  expect(wanted.map((file) => file.replace(/.*any\//, '').replace(/\.[0-9a-f]{8}\.js$/, ''))).toEqual([
    'people',
    'people-office',
  ]);
  expect(script.code).not.toMatch(/Dag|Hello|Bonjour|Tag|Bureau|Desk/);

  const text = (file: string, locale: string) => {
    const asset = output.find(({ fileName }) => `/${fileName}` === file.replace('any', locale));
    return asset?.type === 'asset' ? String(asset.source) : '';
  };
  const [people, office] = wanted as [string, string];
  for (const [locale, greeting] of Object.entries(catalogs))
    expect(text(people, locale)).toBe(`export default {"greeting":"${greeting}"};`);
  // The office has no German: who works in it reads English there.
  expect(text(office, 'de')).toContain('Desk of');
  expect(text(office, 'de')).toBe(text(office, 'en'));

  // Kit preloads what the list of files names beside a script.
  const list = JSON.parse(readFileSync(path.join(root, 'out/.vite/manifest.json'), 'utf8')) as Manifest;
  const named = Object.values(list).find(({ file }) => file === script.fileName)?.imports;
  expect(named?.map((key) => `/${list[key]?.file}`)).toEqual(wanted);
});

it('a message that the build parsed says the same as one that is parsed when it is needed', async () => {
  const message =
    'Op {day, date, long}: {count, plural, =0 {niets} one {# uur} other {# uren}}, {late, select, yes {te laat} other {}}';
  const script = catalogScript({ message, plain: 'Zo’n <b>woord</b>' }, 'nl');
  const { default: catalog } = (await import(`data:text/javascript,${encodeURIComponent(script)}`)) as {
    default: { message: ReturnType<IntlMessageFormat['getAst']>; plain: string };
  };
  expect(catalog.plain).toBe('Zo’n <b>woord</b>');
  const format = (source: typeof catalog.message | string, values: Record<string, unknown>) =>
    new IntlMessageFormat(source, 'nl-BE').format(values);
  for (const count of [0, 1, 7])
    for (const late of ['yes', 'no']) {
      const values = { day: new Date('2026-03-01T12:00:00'), count, late };
      expect(format(catalog.message, values)).toBe(format(message, values));
    }
});

it('the build ends when a library of the server, or a text in a language, comes along into the browser', async () => {
  const library = write('node_modules/some-driver/index.js', 'export const connect = () => document.title;');
  const entry = write('src/entry.ts', `import { connect } from '${library}'; connect();`);
  await expect(built(entry, browserContents())).rejects.toThrow(/some-driver: is for the server/);

  write('src/modules/plans/text/de.json', '{ "title": "Der Plan" }');
  const page = write('src/modules/plans/ui/page.ts', `import de from '../text/de.json'; document.title = de.title;`);
  await expect(built(page, browserContents())).rejects.toThrow(/fetches its texts in one language/);
});

it('what is imported and not used may be anything: it does not travel', async () => {
  const library = write('node_modules/schemas/index.js', 'export const text = () => 0;');
  const inputs = write(
    'src/inputs.ts',
    `import { text } from '${library}'; export const a = 1; export const b = () => text();`,
  );
  await expect(
    built(write('src/a.ts', `import { a } from '${inputs}'; document.title = a;`), browserContents()),
  ).resolves.toBeDefined();
});

it.each(['zod', 'pg', 'pg-boss', 'qs', 'nodemailer', 'uuid'])('%s stays on the server', (library) => {
  expect(whyNotInBrowser(`/x/node_modules/${library}/index.js`)).toContain(library);
});
