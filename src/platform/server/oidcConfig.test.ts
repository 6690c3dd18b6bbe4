import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readOidc } from './oidcConfig.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-test-oidc-'));
afterAll(() => rmSync(folder, { recursive: true }));
const right = { OIDC_ISSUER: 'https://id.example.org/op', OIDC_CLIENT_ID: 'krachtlijn', OIDC_CLIENT_SECRET: 'x' };

function keyFile(name: string, key: { export(options: object): string | Buffer }): string {
  const file = path.join(folder, name);
  writeFileSync(file, key.export({ type: 'pkcs8', format: 'pem' }));
  return file;
}

describe('the settings of a provider', () => {
  test('may be left out altogether', () => {
    expect(readOidc({ PORT: '3000', OIDC_NAME: '' })).toEqual({ oidc: undefined, problems: [] });
  });

  test('are complete with issuer, client and secret; scopes and name have a default', () => {
    expect(readOidc(right).oidc).toMatchObject({
      issuer: 'https://id.example.org/op',
      proof: { secret: 'x' },
      scopes: 'openid profile vo',
      name: 'id.example.org',
    });
  });

  test('take a private key in the place of a secret', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { OIDC_CLIENT_SECRET: _, ...rest } = right;
    const file = keyFile('rsa.pem', privateKey);
    expect(readOidc({ ...rest, OIDC_PRIVATE_KEY_FILE: file, OIDC_KEY_ID: 'k1' }).oidc?.proof).toMatchObject({
      keyId: 'k1',
    });
  });

  test.each([
    [{ ...right, OIDC_ISSUER: 'id.example.org' }, /^OIDC_ISSUER/],
    [{ ...right, OIDC_ISSUER: 'http://id.example.org' }, /^OIDC_ISSUER/],
    [{ OIDC_NAME: 'Iets' }, /^OIDC_ISSUER/],
    [{ ...right, OIDC_CLIENT_ID: '' }, /^OIDC_CLIENT_ID/],
    [{ ...right, OIDC_CLIENT_SECRET: '' }, /either OIDC_CLIENT_SECRET or/],
    [{ ...right, OIDC_PRIVATE_KEY_FILE: '/nowhere' }, /either OIDC_CLIENT_SECRET or/],
    [{ ...right, OIDC_CLIENT_SECRET: '', OIDC_PRIVATE_KEY_FILE: '/nowhere' }, /^OIDC_PRIVATE_KEY_FILE/],
    [{ ...right, OIDC_SCOPES: 'profile vo' }, /^OIDC_SCOPES/],
  ])('%o are refused with a sentence that says what to set', (env, sentence) => {
    const { oidc, problems } = readOidc(env);
    expect(oidc).toBeUndefined();
    expect(problems.some((problem) => sentence.test(problem))).toBe(true);
  });

  test('refuse a key that no provider takes', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const { OIDC_CLIENT_SECRET: _, ...rest } = right;
    expect(readOidc({ ...rest, OIDC_PRIVATE_KEY_FILE: keyFile('ed.pem', privateKey) }).problems).toHaveLength(1);
  });
});
