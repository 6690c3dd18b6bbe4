import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { config } from './config.ts';

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the text. `context` binds a sealed value to its row. */
function seal(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function open(key: Buffer, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

/** A new key for one person, wrapped by the key of the instance: all that is ever stored. */
export function newPersonKey(personId: string): { key: Buffer; wrapped: Buffer } {
  const key = randomBytes(32);
  return { key, wrapped: seal(config().key, key, `person-key:${personId}`) };
}

export function unwrapPersonKey(personId: string, wrapped: Buffer): Buffer {
  return open(config().key, wrapped, `person-key:${personId}`);
}

export function sealValues(key: Buffer, personId: string, values: unknown): Buffer {
  return seal(key, Buffer.from(JSON.stringify(values)), `person:${personId}`);
}

export function openValues<Values>(key: Buffer, personId: string, sealed: Buffer): Values {
  return JSON.parse(open(key, sealed, `person:${personId}`).toString('utf8')) as Values;
}

/** Seals what belongs to nobody yet under the key of the instance; `context` binds it to where it is kept. */
export function sealUnderInstance(content: unknown, context: string): Buffer {
  return seal(config().key, Buffer.from(JSON.stringify(content)), `instance:${context}`);
}

export function openUnderInstance(sealed: Buffer, context: string): unknown {
  return JSON.parse(open(config().key, sealed, `instance:${context}`).toString('utf8'));
}

/** Finds an e-mail address without keeping it: keyed, so that nobody can try addresses against a stolen table. */
export function emailLookup(email: string): string {
  return createHmac('sha256', config().key).update(`email:${email.trim().toLowerCase()}`).digest('hex');
}

/** A hash that only this instance can compute: for the trail, so that small sets of values cannot be guessed. */
export function saltedHash(text: string): string {
  return createHmac('sha256', config().key).update(`trail:${text}`).digest('hex');
}

/** A secret for a link or a cookie (256 bits), and the hash under which it is stored. */
export function newSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
