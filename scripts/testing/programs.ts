import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { binariesIn, type Binaries } from '#platform/server/database/embedded/binaries.ts';
import { runProgram } from './run-program.ts';

/** A program that a test needs is not here and cannot be installed by us; the message says how to get it. */
export class MissingProgram extends Error {}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

async function install(debianPackages: string, elsewhere: string): Promise<void> {
  if (!mayInstall()) throw new MissingProgram(elsewhere);
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const get = () =>
    runProgram('apt-get', ['install', '-y', '--no-install-recommends', ...debianPackages.split(' ')], options);
  // The lists may be missing or old: only then is the slow update worth it.
  if ((await get()).code === 0) return;
  await runProgram('apt-get', ['update'], options);
  const again = await get();
  if (again.code !== 0)
    throw new MissingProgram(`apt-get could not install ${debianPackages}: ${again.said.trim().split('\n').at(-1)}`);
}

function debianPostgres(): Binaries | undefined {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base)
    ? readdirSync(base).filter((name) => existsSync(path.join(base, name, 'bin', 'postgres')))
    : [];
  const newest = versions.sort((left, right) => Number(right) - Number(left))[0];
  return newest ? binariesIn(path.join(base, newest), newest) : undefined;
}

/** The PostgreSQL server that Debian packages, installed when missing. */
export async function postgresServer(): Promise<Binaries> {
  const found = debianPostgres();
  if (found) return found;
  await install(
    'postgresql',
    'These tests need a PostgreSQL server: set TEST_DATABASE_SERVER to one on which you may create databases and roles.',
  );
  const installed = debianPostgres();
  if (!installed)
    throw new MissingProgram('The package postgresql was installed, but /usr/lib/postgresql holds no server.');
  return installed;
}

/** The same browser without its windows: it needs a third of the processor, and smooths letters a little differently. */
const headlessShell = 'chromium-headless-shell';
const wholeBrowsers = ['chromium', 'chromium-browser', 'google-chrome'];
const isThere = (names: readonly string[]) =>
  names.map((name) => `/usr/bin/${name}`).find((place) => existsSync(place));

/** The Chromium that the journeys run in, installed when missing; where it cannot be had, the whole browser does as well. */
export function chromium(): Promise<string> {
  return (finding ??= findChromium());
}

/** Two steps that run beside each other install it once. */
let finding: Promise<string> | undefined;

async function findChromium(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (!isThere([headlessShell]) && mayInstall()) await install(headlessShell, '').catch(() => undefined);
  return isThere([headlessShell]) ?? wholeChromium();
}

/** The browser that pictures are made with, so that they are the same wherever it is; installed when missing. */
export async function wholeChromium(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (!isThere(wholeBrowsers))
    await install('chromium', 'The journeys need Chromium: install it and set CHROMIUM_PATH to its program.');
  const found = isThere(wholeBrowsers);
  if (!found) throw new MissingProgram('The package chromium was installed, but /usr/bin/chromium is not there.');
  return found;
}

/** Poppler, with which the tests read the PDFs that we make, installed when missing. */
export async function poppler(): Promise<void> {
  const there = async () => (await runProgram('pdfinfo', ['-v'])).code === 0;
  if (await there()) return;
  await install(
    'poppler-utils',
    'The PDF tests need Poppler: install it, so that pdfinfo and pdftotext can be called.',
  );
}

/** R with psych and foreign, and PSPP, which check our statistics and our SPSS files; installed when missing. */
export async function statisticsPrograms(): Promise<void> {
  const there = async () =>
    (await runProgram('Rscript', ['-e', 'library(psych); library(foreign)'])).code === 0 &&
    (await runProgram('pspp', ['--version'])).code === 0;
  if (await there()) return;
  const packages = 'r-base-core r-cran-psych r-cran-foreign pspp';
  const elsewhere =
    'These tests need R with the packages psych and foreign, and PSPP: install them, so that Rscript and pspp can be called.';
  await install(packages, elsewhere);
  if (!(await there())) throw new MissingProgram(`The packages ${packages} were installed, but do not run.`);
}

/** The distribution and version, for the report of a run. */
export function system(): string {
  try {
    return /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform;
  } catch {
    return process.platform;
  }
}
