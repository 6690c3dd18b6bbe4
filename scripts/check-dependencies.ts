import { readFileSync } from 'node:fs';

/** One entry of `package-lock.json`, as far as we look at it. */
interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

/** Licences that may be part of a program under the EUPL-1.2 (its appendix, and permissive ones). */
const allowed = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
]);

const registry = 'https://registry.npmjs.org/';

/** A licence expression is fine when one of its choices is. */
function mayUse(licence: string): boolean {
  return licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => allowed.has(part.trim())));
}

/**
 * What is wrong with what we depend on, without asking anybody: exact versions, from the registry, with the hash of what
 * was reviewed, under a licence that fits ours, and no script at installation but those that package.json allows.
 */
export function problemsOfDependencies(manifest: Manifest, locked: Readonly<Record<string, Locked>>): string[] {
  const problems: string[] = [];
  const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  for (const [name, version] of Object.entries(direct))
    if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)) problems.push(`${name}: "${version}" is not one exact version`);
  for (const [place, entry] of Object.entries(locked)) {
    if (place === '') continue;
    const name = place.replace(/^.*node_modules\//, '');
    const say = (problem: string) => problems.push(`${name} ${entry.version ?? ''}: ${problem}`);
    if (entry.link) say('is a link to a folder');
    // Left out, it is the registry that npm is set to; the hash says that it is the same package.
    if (entry.resolved && !entry.resolved.startsWith(registry)) say(`comes from ${entry.resolved}`);
    if (!entry.integrity?.startsWith('sha512-')) say('has no sha512 hash');
    if (!mayUse(entry.license ?? 'none')) say(`has the licence ${entry.license ?? 'none'}`);
    if (entry.hasInstallScript && !manifest.allowScripts?.[name]) say('runs a script when it is installed');
  }
  return problems;
}

export function checkDependencies(): string[] {
  const read = (file: string) => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
  return problemsOfDependencies(
    read('package.json') as Manifest,
    (read('package-lock.json') as { packages: Record<string, Locked> }).packages,
  );
}
