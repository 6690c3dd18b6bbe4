import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { browserContents } from './scripts/building/browserContents.ts';
import { textsPerLanguage } from './scripts/building/textsPerLanguage.ts';

/** A module of ours does nothing by being imported, so what a page does not use of it stays out of the browser. */
const ours = /\/src\/(modules|platform|shared|statistics|ui)\/.*\.ts$/;

/**
 * What many pages need comes in a few files: a file of its own costs its headers and compresses worse. The second group is
 * of what the public scan shows too: it gets the styles of the whole group, so no others belong there.
 */
const together = [
  {
    name: 'foundation',
    test: /\/node_modules\/|\/src\/(platform|shared)\/|\/src\/ui\/\w+\.ts$/,
    minShareCount: 25,
    priority: 3,
  },
  {
    name: 'pieces',
    test: /\/src\/ui\/(Alert|Button|Card|ChipChoice|ErrorSummary|Field|Icon|More|NumberField)\.svelte/,
    priority: 2,
  },
  {
    name: 'fields',
    test: /\/src\/ui\/(Badge|CheckboxField|DateField|EmptyState|Facts|SelectField|TextArea|TextField|UnavailableActions)\.svelte/,
    priority: 1,
  },
];

export default defineConfig({
  environments: {
    client: {
      build: {
        rolldownOptions: {
          treeshake: { moduleSideEffects: [{ test: ours, sideEffects: false }] },
          output: { codeSplitting: { groups: together } },
        },
      },
    },
  },
  plugins: [
    textsPerLanguage(),
    browserContents(),
    sveltekit({
      adapter: adapter({ precompress: true }),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'img-src': ['self', 'data:'],
          'style-src': ['self'],
          // The one style attribute that is allowed, by its hash: the live region with which SvelteKit announces a new page.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'script-src': ['self'],
          'font-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
});
