import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { locales, type Locale } from '#shared/localised.ts';
import { endEverything, startInstance, startedFolder, type Instance } from '../support/instance.ts';

const root = path.resolve(import.meta.dirname, '../..');
const immutable = path.join(root, 'build/client/_app/immutable');

let instance: Instance;
beforeAll(async () => {
  instance = await startInstance(startedFolder());
});
afterAll(endEverything);

/** Long enough to be told from a word in code. */
const sentencesOf = (module: string, locale: Locale): string[] =>
  Object.values(
    JSON.parse(readFileSync(path.join(root, `src/modules/${module}/text/${locale}.json`), 'utf8')) as Record<
      string,
      string
    >,
  ).filter((text) => text.length > 30 && !/[{"'\\]/.test(text));

const scriptsIn = (folder: string): { file: string; code: string }[] =>
  readdirSync(path.join(immutable, folder))
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, code: readFileSync(path.join(immutable, folder, file), 'utf8') }));

const modules = readdirSync(path.join(root, 'src/modules'), { recursive: true })
  .map((file) => String(file).match(/^([\w-]+)\/text\/nl\.json$/)?.[1])
  .filter((module) => module !== undefined);

it('no script holds a sentence of a catalog: the texts are files of their own', () => {
  const scripts = ['chunks', 'nodes', 'entry'].flatMap(scriptsIn);
  // The page that shows every component borrows a few Dutch sentences.
  const gallery = ['Gallery', 'GalleryFields']
    .map((part) => readFileSync(path.join(root, `src/ui/${part}.svelte`), 'utf8'))
    .join('\n');
  const sentences = modules
    .flatMap((module) => locales.flatMap((locale) => sentencesOf(module, locale)))
    .filter((sentence) => !gallery.includes(sentence));
  expect(scripts.length).toBeGreaterThan(50);
  expect(sentences.length).toBeGreaterThan(500);
  const found = scripts.flatMap(({ file, code }) =>
    sentences.filter((sentence) => code.includes(sentence)).map((sentence) => `${file}: ${sentence}`),
  );
  expect(found).toEqual([]);
});

it('a file with texts holds one language, and every language has the same files', () => {
  const names = scriptsIn('texts/nl').map(({ file }) => file);
  expect(names.length).toBeGreaterThan(5);
  for (const locale of locales) expect(scriptsIn(`texts/${locale}`).map(({ file }) => file)).toEqual(names);
  for (const name of names) {
    const module = name.match(/^([\w-]+?)(-office)?\./)![1]!;
    if (name.includes('-office.') || !modules.includes(module)) continue;
    for (const locale of locales) {
      const code = readFileSync(path.join(immutable, 'texts', locale, name), 'utf8');
      const others = locales.filter((one) => one !== locale);
      const own = new Set(sentencesOf(module, locale));
      for (const sentence of own) expect(code).toContain(sentence);
      for (const sentence of others.flatMap((one) => sentencesOf(module, one)))
        if (!own.has(sentence)) expect(code).not.toContain(sentence);
    }
  }
});

it.each(locales)('a page in %s preloads its texts in that language, under the policy of the page', async (locale) => {
  const answer = await fetch(`${instance.address}/sign-in?lang=${locale}`);
  const html = await answer.text();
  const preloaded = [...html.matchAll(/<link href="\.(\/_app\/immutable\/texts\/[^"]+)" rel="modulepreload">/g)].map(
    ([, file]) => file!,
  );
  expect(preloaded.length).toBeGreaterThan(0);
  for (const file of preloaded) {
    expect(file).toMatch(`/texts/${locale}/`);
    const texts = await fetch(`${instance.address}${file}`);
    expect(texts.status).toBe(200);
    expect(texts.headers.get('cache-control')).toContain('immutable');
  }
  const [, nonce, map] = html.match(/<script type="importmap" nonce="([^"]+)">([^<]+)<\/script>/)!;
  expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
  expect(JSON.parse(map!)).toEqual({
    imports: { '/_app/immutable/texts/any/': `/_app/immutable/texts/${locale}/` },
  });
  // The map counts from the first script on; one that was asked for before it would be beyond it.
  expect(html.indexOf('importmap')).toBeLessThan(html.indexOf('modulepreload'));
});

it('a page without scripts has no map either', async () => {
  const html = await (await fetch(`${instance.address}/scan`)).text();
  expect(html).toContain('lang="nl"');
  expect(html).not.toContain('importmap');
});
