import { describe, expect, it } from 'vitest';
import { checkDependencies, problemsOfDependencies } from './check-dependencies.ts';

const good = {
  version: '1.2.3',
  resolved: 'https://registry.npmjs.org/good/-/good-1.2.3.tgz',
  integrity: 'sha512-abc',
  license: 'MIT',
};
const problemsWith = (entry: object, name = 'good') =>
  problemsOfDependencies({ dependencies: { [name]: '1.2.3' } }, { [`node_modules/${name}`]: { ...good, ...entry } });

describe('what we depend on', () => {
  it('is exact, from the registry, hashed, of a licence that fits, and runs nothing unasked', () => {
    expect(checkDependencies()).toEqual([]);
  });

  it('is refused when its version may move', () => {
    expect(problemsOfDependencies({ dependencies: { good: '^1.2.3' } }, {})).toEqual([
      'good: "^1.2.3" is not one exact version',
    ]);
  });

  it.each([
    ['comes from elsewhere', { resolved: 'https://evil.example/good.tgz' }],
    ['comes from a repository', { resolved: 'git+ssh://git@example.org/good.git#abc' }],
    ['has no hash', { integrity: undefined }],
    ['has a weak hash', { integrity: 'sha1-abc' }],
    ['has a licence that does not fit', { license: 'SSPL-1.0' }],
    ['has no licence', { license: undefined }],
    ['runs a script when it is installed', { hasInstallScript: true }],
    ['is a link', { link: true }],
  ])('is refused when it %s', (_why, entry) => {
    expect(problemsWith(entry)).toHaveLength(1);
  });

  it('may have a choice of licences, one of which fits', () => {
    expect(problemsWith({ license: '(GPL-3.0 OR MIT)' })).toEqual([]);
    expect(problemsWith({ license: '(MIT AND SSPL-1.0)' })).toHaveLength(1);
  });

  it('may run a script that package.json allows', () => {
    const locked = { 'node_modules/good': { ...good, hasInstallScript: true } };
    expect(problemsOfDependencies({ allowScripts: { good: true } }, locked)).toEqual([]);
  });
});
