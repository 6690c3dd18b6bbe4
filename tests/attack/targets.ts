import { globSync } from 'node:fs';
import { pick, texts, type Random } from './hostile.ts';

const door = Symbol.for('krachtlijn.door');

/** A way in by URL: the pattern of its path, the form action if it is one, and the operation behind it. */
export interface Target {
  readonly pattern: string;
  readonly method: 'GET' | 'POST';
  /** Empty for the only action of a page, which has no name. */
  readonly action?: string;
  readonly operation?: string;
}

/** Every route and every form action of the program, read from the route files. */
export async function allTargets(): Promise<Target[]> {
  const targets: Target[] = [];
  for (const file of globSync('src/routes/**/+{page.svelte,page.server.ts,server.ts}').sort()) {
    const pattern = patternOf(file);
    if (file.endsWith('+page.svelte')) {
      targets.push({ pattern, method: 'GET' });
      continue;
    }
    const exported = (await import(/* @vite-ignore */ `../../${file}`)) as Record<string, unknown>;
    for (const [action, run] of Object.entries((exported.actions ?? {}) as Record<string, { [door]?: string }>))
      targets.push({
        pattern,
        method: 'POST',
        action: action === 'default' ? '' : action,
        operation: run[door]?.split(' ')[0],
      });
    for (const method of ['GET', 'POST'] as const) if (exported[method]) targets.push({ pattern, method });
  }
  return targets;
}

function patternOf(file: string): string {
  return `/${file
    .split('/')
    .slice(2, -1)
    .filter((part) => !/^\(.*\)$/.test(part))
    .join('/')}`;
}

/** A path for a pattern: `[enterprise]` becomes an id of the example programme, somebody else's id, or something hostile. */
export function pathFor(random: Random, pattern: string, ids: Readonly<Record<string, string>>): string {
  return pattern.replaceAll(/\[+(?:\.\.\.)?([^\]=]+)(?:=[^\]]+)?\]+/g, (_whole, name: string) => {
    const roll = random();
    if (roll < 0.5 && ids[name]) return ids[name];
    if (roll < 0.7) return pick(random, Object.values(ids));
    return encodeURIComponent(wellFormed(pick(random, texts)).slice(0, 500)) || '%20';
  });
}

/** Half a surrogate pair cannot be written in a URL or a form; browsers put a replacement in its place. */
export const wellFormed = (text: string): string => text.toWellFormed();
