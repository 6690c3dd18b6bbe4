import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { samePassphrase } from '../rules/passphrase.ts';

interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** 32 MB and about a fifth of a second (OWASP Password Storage Cheat Sheet, scrypt, 2^15 with p = 3). */
const cost: Cost = { N: 2 ** 15, r: 8, p: 3 };

/** `scrypt$N=32768,r=8,p=3$salt$hash`: what made the hash is kept beside it, so that the cost can rise later. */
export async function hashPassphrase(passphrase: string): Promise<string> {
  const salt = randomBytes(16);
  return written(cost, salt, await derive(passphrase, salt, cost));
}

/**
 * Whether the password is the one of the hash. Without a hash it takes the same time and says no, so that the time tells
 * nothing about who has an account. `outdated` says that the hash was made at another cost and should be made anew.
 */
export async function checkPassphrase(
  passphrase: string,
  hash: string | undefined,
): Promise<{ right: boolean; outdated: boolean }> {
  const known = hash === undefined ? undefined : read(hash);
  const { salt, key, cost: made } = known ?? { salt: nobody, key: nobody, cost };
  const derived = await derive(passphrase, salt, made);
  const right = known !== undefined && derived.length === key.length && timingSafeEqual(derived, key);
  return { right, outdated: right && written(cost, salt, key) !== hash };
}

const nobody = Buffer.alloc(32);

function derive(passphrase: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(samePassphrase(passphrase), salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function written({ N, r, p }: Cost, salt: Buffer, key: Buffer): string {
  return `scrypt$N=${N},r=${r},p=${p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

function read(hash: string): { cost: Cost; salt: Buffer; key: Buffer } {
  const parts = /^scrypt\$N=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(hash);
  if (!parts) throw new Error('A stored password hash is of no known form.');
  const [N, r, p] = parts.slice(1, 4).map(Number) as [number, number, number];
  return { cost: { N, r, p }, salt: Buffer.from(parts[4]!, 'base64url'), key: Buffer.from(parts[5]!, 'base64url') };
}
