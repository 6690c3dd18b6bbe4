import { newestLetters } from '#platform/server/mail.ts';
import { askSignInLink, signIn } from './operations.ts';
import { asSystem } from './world.testing.ts';

let callers = 0;

/** Somebody without a session, at an address in a network of their own, so that nobody is slowed down by another test. */
export function somebodyAtTheDoor() {
  callers += 1;
  return { locale: 'nl', address: `10.${callers >> 8}.${callers & 255}.7` } as const;
}

/** The secret in the newest letter, as its receiver reads it. */
export async function newestSecret(): Promise<string> {
  const [letter] = await asSystem((db) => newestLetters(db, 1));
  return /sign-in\/([\w-]+)/.exec(letter!.body)![1]!;
}

/** Signs in by mail; `browser` is the secret that this browser keeps. */
export async function signedInByMail(
  email: string,
  browser = '',
  now?: Date,
): Promise<{ locale: 'nl'; session: string }> {
  const visitor = somebodyAtTheDoor();
  await askSignInLink.call(visitor, { email }, { now });
  const { session } = await signIn.call(visitor, { secret: await newestSecret(), browser }, { now });
  return { locale: 'nl', session };
}
