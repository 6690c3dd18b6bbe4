import type * as crypto from 'node:crypto';
import { scrypt, scryptSync } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { checkPassphrase, hashPassphrase } from './passwordHash.ts';

// The real one, watched: how long it takes depends on the machine, how often and how hard it works does not.
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof crypto>();
  return { ...real, scrypt: vi.fn(real.scrypt) };
});

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

test('without a hash the answer is no, after the very same work', async () => {
  const hash = await hashPassphrase('vier koeien in de wei');
  const workFor = async (of: string | undefined) => {
    vi.mocked(scrypt).mockClear();
    expect((await checkPassphrase('vier koeien in het veld', of)).right).toBe(false);
    return vi.mocked(scrypt).mock.calls.map(([phrase, , length, cost]) => [phrase, length, cost]);
  };
  expect(await workFor(undefined)).toEqual(await workFor(hash));
});
