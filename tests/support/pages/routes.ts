import { globSync } from 'node:fs';

/** A page as src/routes names it. */
export interface PageRoute {
  /** The route without groups: `/leads/[lead]`. */
  readonly pattern: string;
  /** True when a path of the site, without its query, is this page. */
  matches(path: string): boolean;
  /** The address when the route has no parts to fill in. */
  readonly address: string | undefined;
}

/** Every page in src/routes, read from the files, so that a new page cannot be forgotten. */
export function pageRoutes(root = 'src/routes'): PageRoute[] {
  return (
    globSync(`${root}/**/+page.svelte`)
      .map((file) => patternOf(file.slice(root.length)))
      // What is named in full goes before what is filled in, as the router has it.
      .sort((a, b) => blanks(a) - blanks(b) || (a < b ? -1 : 1))
      .map((pattern) => ({
        pattern,
        matches: (path) => expressionFor(pattern).test(path),
        address: /\[(?!\[)(?<!\[\[)/.test(pattern) ? undefined : pattern.replace(/\/\[\[.+?\]\]/g, '') || '/',
      }))
  );
}

function blanks(pattern: string): number {
  return pattern.split('[').length - 1;
}

function patternOf(file: string): string {
  const parts = file.split('/').slice(1, -1);
  return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`;
}

function expressionFor(pattern: string): RegExp {
  if (pattern === '/') return /^\/$/;
  const parts = pattern.split('/').slice(1);
  return new RegExp(`^${parts.map(expressionOfPart).join('')}/?$`);
}

function expressionOfPart(part: string): string {
  if (/^\[\[.*\]\]$/.test(part)) return '(?:/[^/]+)?';
  if (/^\[\.\.\..*\]$/.test(part)) return '(?:/.*)?';
  return `/${part.replace(/[.*+?^${}()|\\]/g, '\\$&').replace(/\[[^\]]+\]/g, '[^/]+')}`;
}
