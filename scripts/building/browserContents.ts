import type { Plugin } from 'vite';

/** What may travel to a browser. Another package is added here by somebody who knows why, and how many bytes it costs. */
const packages = [
  '@formatjs/fast-memoize',
  '@formatjs/icu-messageformat-parser',
  '@simplewebauthn/browser',
  '@sveltejs/kit',
  'clsx',
  'd3-array',
  'd3-color',
  'd3-format',
  'd3-interpolate',
  'd3-path',
  'd3-scale',
  'd3-shape',
  'devalue',
  'intl-messageformat',
  'lucide-static',
  'svelte',
];

/** The package that a module belongs to; undefined for a module of ours. */
function packageOf(module: string): string | undefined {
  return module.match(/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1];
}

/** Why a module must not be in what the browser fetches, in one line; undefined when it may. */
export function whyNotInBrowser(module: string): string | undefined {
  const packaged = packageOf(module);
  if (packaged && !packages.includes(packaged))
    return `${packaged}: is for the server. What a component needs of an inputs.ts belongs in rules/`;
  if (packaged === '@formatjs/icu-messageformat-parser' && !module.endsWith('/no-parser.js'))
    return `${packaged}: texts are parsed by the build`;
  if (!packaged && /\/text\/.*\b[a-z]{2}\.json$/.test(module))
    return `${module}: a page fetches its texts in one language, so they are imported as './nl.json' by text/index.ts`;
  return undefined;
}

/** Ends the build when something comes along into the browser that has no place there. */
export function browserContents(): Plugin {
  return {
    name: 'krachtlijn:browser-contents',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_options, bundle) {
      const problems = new Set<string>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [module, { renderedLength }] of Object.entries(chunk.modules)) {
          const problem = renderedLength > 0 ? whyNotInBrowser(module) : undefined;
          if (problem) problems.add(problem);
        }
      }
      if (problems.size > 0) this.error(`This may not travel to the browser:\n${[...problems].join('\n')}`);
    },
  };
}
