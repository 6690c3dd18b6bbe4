import { scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkPassphrase, hashPassphrase } from './passwordHash.ts';

test('a hash knows its password, tells two hashes of one password apart, and says how it was made', async () => {
  const [first, second] = await Promise.all([
    hashPassphrase('vier koeien in de wei'),
    hashPassphrase('vier koeien in de wei'),
  ]);
  expect(first).not.toBe(second);
  expect(first).toMatch(/^scrypt\$N=32768,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/);
  expect(await checkPassphrase('vier koeien in de wei', first)).toEqual({ right: true, outdated: false });
  expect(await checkPassphrase('vier koeien in het veld', first)).toEqual({ right: false, outdated: false });
});

test('one phrase typed on two keyboards is one password', async () => {
  const hash = await hashPassphrase('le chat boit du cafe\u0301');
  expect((await checkPassphrase('le chat boit du café', hash)).right).toBe(true);
});

test('a hash made at a lower cost still works, and asks to be made anew', async () => {
  const salt = Buffer.alloc(16, 7);
  const key = scryptSync('vier koeien in de wei', salt, 32, { N: 1024, r: 8, p: 1 });
  const old = `scrypt$N=1024,r=8,p=1$${salt.toString('base64url')}$${key.toString('base64url')}`;
  expect(await checkPassphrase('vier koeien in de wei', old)).toEqual({ right: true, outdated: true });
});

test('without a hash the answer is no, after as much work', async () => {
  const timed = async (hash: string | undefined) => {
    const begun = performance.now();
    expect((await checkPassphrase('vier koeien in het veld', hash)).right).toBe(false);
    return performance.now() - begun;
  };
  const hash = await hashPassphrase('vier koeien in de wei');
  const best = async (of: string | undefined) =>
    Math.min(await timed(of), await timed(of), await timed(of), await timed(of));
  const [known, unknown] = [await best(hash), await best(undefined)];
  expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(1.8);
});
