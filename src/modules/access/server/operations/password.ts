import { z } from 'zod';
import { forbidden, invalid, notNow } from '#platform/server/errors.ts';
import { command, nothing, query } from '#platform/server/operation.ts';
import { readPerson } from '#platform/server/people.ts';
import { ConfirmCodeInput, SetPasswordInput } from '../../inputs.ts';
import { passphraseProblem, shortestPassphrase } from '../../rules/passphrase.ts';
import { hashPassphrase } from '../passwordHash.ts';
import {
  confirmTotp,
  keepPassword,
  keepPendingTotp,
  keepRecoveryCodes,
  openTotp,
  readPassword,
  recoveryCodesLeft,
  removePassword as forget,
} from '../passwordStore.ts';
import { qrPath } from '../qrPath.ts';
import { signedInRecently, whoSignedInRecently } from '../recentSignIn.ts';
import { newRecoveryCodes, newTotpSecret, plainCode, stepOfCode, totpAddress } from '../secondFactor.ts';
import { revokeOtherSessions } from '../store.ts';
import { tellOfChange } from '../mails.ts';
import '../permissions.ts';

/** The state of one's own password. The secret for the code app is shown only until a code confirmed it. */
export const readOwnPassword = query({
  name: 'access.readOwnPassword',
  input: z.object({}),
  on: nothing,
  needs: 'self',
  example: () => ({}),
  async run({ db, actor, now }) {
    if (actor.kind !== 'person') throw forbidden();
    const stored = await readPassword(db, actor.id);
    const recent = await signedInRecently(db, actor, now);
    const { email = '' } = (await readPerson(db, actor.id)) ?? {};
    const secret = stored?.pending && recent ? await openTotp(db, actor.id, stored.pending) : undefined;
    return {
      email,
      recent,
      state: stored?.totp ? ('works' as const) : stored ? ('unfinished' as const) : ('none' as const),
      setAt: stored?.setAt ?? null,
      codesLeft: await recoveryCodesLeft(db, actor.id),
      setUp: secret ? { secret, qr: qrPath(totpAddress(secret, email)) } : null,
    };
  },
});

/** Sets or changes the password. A first one works only after a code of the app; a change ends every other session. */
export const setPassword = command({
  name: 'access.setPassword',
  input: SetPasswordInput,
  on: nothing,
  needs: 'self',
  example: () => ({ passphrase: 'vier koeien in de wei' }),
  async run({ db, actor, input, now, effects }) {
    const me = await whoSignedInRecently(db, actor, now);
    const person = await readPerson(db, me.id);
    const problem = passphraseProblem(input.passphrase, [person?.name ?? '', person?.email ?? '']);
    if (problem) throw invalid('passphrase', `access:error.passphrase.${problem}`, { minimum: shortestPassphrase });
    const known = await readPassword(db, me.id);
    await keepPassword(db, me.id, await hashPassphrase(input.passphrase), now);
    if (!known?.totp) {
      await keepPendingTotp(db, me.id, newTotpSecret());
      return { person: me.id, works: false };
    }
    await revokeOtherSessions(db, me.id, me.session);
    await tellOfChange(effects, me.id, person?.locale ?? actor.locale, 'password');
    return { person: me.id, works: true };
  },
  audit: (_input, { person, works }) => ({
    subject: { kind: 'person', id: person },
    fields: ['password'],
    details: { works },
    hashesInput: false,
  }),
});

/** A new secret for the code app, for a new phone. The old one works until a code confirms the new one. */
export const changeSecondFactor = command({
  name: 'access.changeSecondFactor',
  input: z.object({}),
  on: nothing,
  needs: 'self',
  example: () => ({}),
  async run({ db, actor, now }) {
    const me = await whoSignedInRecently(db, actor, now);
    if (!(await readPassword(db, me.id))) throw notNow('access:because.noPassword');
    await keepPendingTotp(db, me.id, newTotpSecret());
    return { person: me.id };
  },
  audit: (_input, { person }) => ({ subject: { kind: 'person', id: person } }),
});

/** The first code of the app: from now on it is asked for. Gives ten recovery codes, this once. */
export const confirmSecondFactor = command({
  name: 'access.confirmSecondFactor',
  secretResult: true,
  input: ConfirmCodeInput,
  on: nothing,
  needs: 'self',
  example: () => ({ code: '123456' }),
  async run({ db, actor, input, now, effects }) {
    const me = await whoSignedInRecently(db, actor, now);
    const stored = await readPassword(db, me.id);
    if (!stored?.pending) throw notNow('access:because.noSetUp');
    const step = stepOfCode(await openTotp(db, me.id, stored.pending), plainCode(input.code), now, 0);
    if (step === undefined) throw invalid('code', 'access:error.code');
    await confirmTotp(db, me.id, step, now);
    const codes = newRecoveryCodes();
    await keepRecoveryCodes(db, me.id, codes, now);
    await tellOfChange(effects, me.id, (await readPerson(db, me.id))?.locale ?? actor.locale, 'password');
    return { person: me.id, codes };
  },
  audit: (_input, { person }) => ({
    subject: { kind: 'person', id: person },
    fields: ['secondFactor', 'recoveryCodes'],
    hashesInput: false,
  }),
});

/** Ten new recovery codes; the old ones stop working. */
export const renewRecoveryCodes = command({
  name: 'access.renewRecoveryCodes',
  secretResult: true,
  input: z.object({}),
  on: nothing,
  needs: 'self',
  example: () => ({}),
  async run({ db, actor, now }) {
    const me = await whoSignedInRecently(db, actor, now);
    if (!(await readPassword(db, me.id))?.totp) throw notNow('access:because.noPassword');
    const codes = newRecoveryCodes();
    await keepRecoveryCodes(db, me.id, codes, now);
    return { person: me.id, codes };
  },
  audit: (_input, { person }) => ({ subject: { kind: 'person', id: person }, fields: ['recoveryCodes'] }),
});

/** Takes the password away, and with it the code app and the recovery codes: they are only good together. */
export const removePassword = command({
  name: 'access.removePassword',
  input: z.object({}),
  on: nothing,
  needs: 'self',
  example: () => ({}),
  async run({ db, actor, now, effects }) {
    const me = await whoSignedInRecently(db, actor, now);
    if ((await forget(db, me.id)) === 0) throw notNow('access:because.noPassword');
    await tellOfChange(effects, me.id, (await readPerson(db, me.id))?.locale ?? actor.locale, 'noPassword');
    return { person: me.id };
  },
  audit: (_input, { person }) => ({
    subject: { kind: 'person', id: person },
    fields: ['password', 'secondFactor', 'recoveryCodes'],
  }),
});
