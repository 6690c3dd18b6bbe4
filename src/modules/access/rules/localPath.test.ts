import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localPath } from './localPath.ts';

const site = 'https://krachtlijn.example';
const tricky = fc
  .array(fc.constantFrom('/', '\\', '\t', '\n', '.', '@', ':', '?', '#', '%2f', 'evil.example', 'https:', ' ', 'a'), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

describe('where somebody goes after signing in', () => {
  test('lies on this site, whatever is asked', () => {
    fc.assert(
      fc.property(fc.oneof(tricky, fc.string(), fc.webUrl()), (asked) => {
        const path = localPath(asked, '/home');
        expect(path.startsWith('/')).toBe(true);
        expect(new URL(path, site).origin).toBe(site);
      }),
    );
  });

  test('is what was asked when that is a path here', () => {
    for (const path of ['/', '/leads?state=new', '/enterprises/1#timeline'])
      expect(localPath(path, '/home')).toBe(path);
  });

  test('is the start page for everything else', () => {
    for (const asked of [
      null,
      undefined,
      3,
      '',
      'leads',
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      `/${'a'.repeat(600)}`,
    ])
      expect(localPath(asked, '/home')).toBe('/home');
  });
});
