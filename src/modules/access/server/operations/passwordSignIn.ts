import type { Db } from '#platform/server/database/pool.ts';
import { command, nothing } from '#platform/server/operation.ts';
import { emailLookup } from '#platform/server/sealing.ts';
import { PasswordSignInInput } from '../../inputs.ts';
import type { Attempt } from '../../rules/attempt.ts';
import { checkPassphrase, hashPassphrase } from '../passwordHash.ts';
import {
  openTotp,
  readClaimed,
  recoveryCodeWorks,
  rehash,
  useRecoveryCode,
  useStep,
  type Claimed,
} from '../passwordStore.ts';
import { isAppCode, newTotpSecret, plainCode, stepOfCode } from '../secondFactor.ts';
import { openSession, revokeSession } from '../store.ts';
import { countGuess, forgetGuess, type Guess } from '../triesStore.ts';
import '../permissions.ts';

const nobody = '00000000-0000-7000-8000-000000000000';
/** Checked against when there is no secret, so that the work is the same. */
const noSecret = newTotpSecret();

/**
 * Signs in with a password and a code. A wrong address, password and code are one answer, after the same work. Guesses are
 * counted before they are looked at (see rules/patience.ts); the link by mail and a passkey stay open whatever happens here.
 */
export const signInWithPassword = command({
  name: 'access.signInWithPassword',
  secretResult: true,
  input: PasswordSignInInput,
  on: nothing,
  needs: {
    public: 'password and code prove who it is; a wrong one tells nothing, not even which of the two it was',
    sees: 'everything',
    perTenMinutes: 60,
  },
  example: () => ({ email: 'nobody@example.org', passphrase: 'vier koeien in de wei', code: '123456' }),
  async run({ db, actor, input, now, from }): Promise<Attempt> {
    const claimed = await readClaimed(db, input.email, input.browser);
    const guess: Guess = {
      account: emailLookup(input.email),
      knownDevice: claimed?.known && input.browser ? input.browser : undefined,
      network: from,
    };
    const seconds = await countGuess(db, guess, now);
    const person = claimed?.person ?? null;
    if (seconds > 0)
      return { outcome: 'wait', person, because: 'access:signIn.wait', minutes: Math.ceil(seconds / 60) };

    const { right, outdated } = await checkPassphrase(input.passphrase, claimed?.hash ?? undefined);
    const use = await secondFactorOf(db, claimed, input.code, now);
    if (!claimed || !right || !use || !(await use()))
      return { outcome: 'wrong', person, because: 'access:signIn.wrong', minutes: 0 };

    await forgetGuess(db, guess);
    if (outdated) await rehash(db, claimed.person, await hashPassphrase(input.passphrase));
    if (actor.kind === 'person') await revokeSession(db, actor.id, actor.session);
    const { device, browser } = input;
    const session = await openSession(db, { person: claimed.person, method: 'password', device, browser }, now);
    return { outcome: 'in', person: claimed.person, locale: claimed.locale, session };
  },
  // A guess that was not looked at leaves no line: nobody can fill the trail by knocking.
  audit: (_input, { outcome, person }) =>
    outcome === 'wait'
      ? null
      : { ...(person ? { subject: { kind: 'person', id: person } } : {}), details: { outcome }, hashesInput: false },
});

/** How to use up the code, when it is one of this person; nothing is used before the password is known to be right. */
async function secondFactorOf(db: Db, claimed: Claimed | undefined, typed: string, now: Date) {
  const { person = nobody, totp = null, step = null } = claimed ?? {};
  if (!isAppCode(typed))
    return (await recoveryCodeWorks(db, person, typed)) ? () => useRecoveryCode(db, person, typed, now) : undefined;
  const secret = totp ? await openTotp(db, person, totp) : noSecret;
  const found = stepOfCode(secret, plainCode(typed), now, step ?? 0);
  return totp && found !== undefined ? () => useStep(db, person, found) : undefined;
}
