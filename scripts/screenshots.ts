import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium as browserType, type Browser } from '@playwright/test';
import pg from 'pg';
import { embeddedUrl } from '#platform/server/database/embedded/index.ts';
import { endEverything, newFolder, startInstance } from '../tests/support/instance.ts';
import { difference } from './picturing/compare.ts';
import { pictures, type Picture } from './picturing/pictures.ts';
import { wholeChromium } from './testing/programs.ts';
import { root } from './testing/run-program.ts';

// `npm run screenshots` remakes docs/screenshots; with --check it changes nothing and fails when a picture is out of date.
const folder = path.join(root, 'docs', 'screenshots');
const tolerated = 0.01;
const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };

/**
 * The scan ships no font, to stay small: it is drawn with what the visitor's machine has. In a picture that would make every
 * machine another one, so the font of the other pages is laid under the same name before a page begins.
 */
const font = readFileSync(
  path.join(
    root,
    'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  ),
  'base64',
);

function layFont(encoded: string): void {
  const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
  const face = new FontFace('Atkinson Hyperlegible Next Variable', bytes, { weight: '200 800' });
  document.fonts.add(face);
}

async function take(browser: Browser, address: string, picture: Picture): Promise<Buffer> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: sizes[picture.size],
    colorScheme: picture.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'nl-BE',
    timezoneId: 'Europe/Brussels',
  });
  try {
    await context.addInitScript(layFont, font);
    const page = await context.newPage();
    await picture.open(page);
    // Who leaves a plan says so with a request that outlives the page, and which Chromium never reports as ended.
    await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined);
    await page.evaluate(() => document.fonts.ready);
    // What lies under the mouse would look chosen.
    await page.mouse.move(0, 0);
    return await page.screenshot({ animations: 'disabled', caret: 'hide' });
  } finally {
    await context.close();
  }
}

/** The database has a clock of its own, by which a session of the example's day may be over. */
async function keepSessions(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`
    create function pictures_keep() returns trigger language plpgsql as
      $$ begin new.expires_at := now() + interval '1 day'; return new; end $$;
    create trigger pictures_keep before insert on web_sessions for each row execute function pictures_keep()`);
  await client.end();
}

function existing(name: string): Buffer | null {
  try {
    return readFileSync(path.join(folder, `${name}.png`));
  } catch {
    return null;
  }
}

/** Gives a line when the picture in the folder is missing or shows something else. */
function problemOf(name: string, made: Buffer): string | null {
  const before = existing(name);
  const share = before ? difference(before, made) : 1;
  return share > tolerated
    ? `docs/screenshots/${name}.png ${before ? `differs by ${(share * 100).toFixed(1)} %` : 'is missing'}`
    : null;
}

async function main(check: boolean): Promise<number> {
  const instance = await startInstance(newFolder(), {
    env: { NODE_OPTIONS: `--import ${path.join(root, 'scripts/picturing/example-day.ts')}` },
  });
  await keepSessions(embeddedUrl(instance.dataFolder)!);
  const browser = await browserType.launch({
    executablePath: await wholeChromium(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  const problems: string[] = [];
  try {
    mkdirSync(folder, { recursive: true });
    for (const picture of pictures) {
      const made = await take(browser, instance.address, picture);
      const problem = problemOf(picture.name, made);
      if (problem) problems.push(problem);
      // What looks the same stays the same file: no noise in the history.
      if (problem && !check) writeFileSync(path.join(folder, `${picture.name}.png`), made);
    }
  } finally {
    await browser.close();
    instance.kill('SIGTERM');
    await instance.ended;
    await endEverything();
  }
  const known = new Set(pictures.map((picture) => `${picture.name}.png`));
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.png') && !known.has(name))) {
    problems.push(`docs/screenshots/${file} is not one of the pictures any more`);
    if (!check) rmSync(path.join(folder, file));
  }
  for (const problem of problems)
    console.error(check ? `${problem} (mend it with: npm run screenshots)` : `remade: ${problem}`);
  console.error(`${pictures.length} pictures, ${problems.length} ${check ? 'out of date' : 'remade'}.`);
  return check && problems.length ? 1 : 0;
}

process.exit(await main(process.argv.includes('--check')));
