import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { saltedHash } from '#platform/server/sealing.ts';

const period = 30;

const totpOf = (secret: string, label = '') =>
  new TOTP({ issuer: 'Krachtlijn', label, secret: Secret.fromBase32(secret), digits: 6, period, algorithm: 'SHA1' });

/** A new secret for a code app: 160 bits in base32, as RFC 4226 asks. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code holds; `label` is what the app shows under the name of the product. */
export function totpAddress(secret: string, label: string): string {
  return totpOf(secret, label).toString();
}

/** The code of this moment: what the app of the person shows. For tests, which play that app. */
export function codeAt(secret: string, now: Date): string {
  return totpOf(secret).generate({ timestamp: now.getTime() });
}

/**
 * The time step whose code this is, at most one step early or late; undefined when it is none, or one that was used: a step
 * up to `usedStep` counts no more, so a code that somebody looked at over a shoulder works only once (RFC 6238 5.2).
 */
export function stepOfCode(secret: string, code: string, now: Date, usedStep: number): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (delta === null) return undefined;
  const step = Math.floor(now.getTime() / 1000 / period) + delta;
  return step > usedStep ? step : undefined;
}

export const recoveryCodeCount = 10;
/** Without letters and figures that look alike on paper. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';

/** Ten codes of ten signs (49 bits each), written as `abcde-fghij`. */
export function newRecoveryCodes(): string[] {
  const sign = () => alphabet[randomInt(alphabet.length)]!;
  const half = () => Array.from({ length: 5 }, sign).join('');
  return Array.from({ length: recoveryCodeCount }, () => `${half()}-${half()}`);
}

/** How a recovery code is kept: keyed with the key of the instance, so a stolen table cannot be tried against. */
export function recoveryHash(person: string, code: string): string {
  return saltedHash(`recovery:${person}:${plainCode(code)}`);
}

/** As somebody copies it from paper: spaces, hyphens and capitals do not matter. */
export function plainCode(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]/g, '');
}

/** Six figures come from the app; anything else is a recovery code. */
export function isAppCode(typed: string): boolean {
  return /^\d{6}$/.test(plainCode(typed));
}
