import { z } from 'zod';
import { config } from '#platform/server/config.ts';
import { forbidden, notNow } from '#platform/server/errors.ts';
import { command, nothing, query } from '#platform/server/operation.ts';
import { changePerson, findByEmail, openForPerson, readPerson, sealForPerson } from '#platform/server/people.ts';
import { hashSecret } from '#platform/server/sealing.ts';
import {
  consumeLink,
  linkWorks,
  makeLink,
  signedInRecently,
  voidSignInLinks,
  whoSignedInRecently,
} from '#modules/access/index.server.ts';
import { EraseMyselfInput, NewEmailInput, NewEmailLinkInput } from '../inputs.ts';
import { blocksOf, erase } from './erasing.ts';
import { exportOf } from './export.ts';
import './mails.ts';
import './permissions.ts';
import { showPerson } from './showing.ts';

const why = 'everything about the caller themselves, wherever it stands; nothing about anybody else is told';

/** What is kept about oneself, why and how long, and what erasing would do. */
export const readMyData = query({
  name: 'privacy.readMyData',
  input: z.object({}),
  on: nothing,
  needs: 'self',
  example: () => ({}),
  async run({ db, actor, now, today, beyond }) {
    if (actor.kind !== 'person') throw forbidden();
    const recent = await signedInRecently(db, actor, now);
    return beyond(why, () => showPerson(db, { person: actor.id, locale: actor.locale, recent, today }));
  },
});

/** Everything that is kept about oneself, as a zip with JSON and a page to read. */
export const exportMyData = command({
  name: 'privacy.exportMyData',
  input: z.object({}),
  on: nothing,
  needs: 'self',
  secretResult: true,
  example: () => ({}),
  async run({ db, actor, now, beyond }) {
    if (actor.kind !== 'person') throw forbidden();
    const file = await beyond(why, () => exportOf(db, actor.id, actor.locale, now));
    return { ...file, person: actor.id };
  },
  audit: (_input, result) => ({
    subject: { kind: 'person', id: result.person },
    details: { sha256: result.sha256, records: result.records },
  }),
});

const newEmailMinutes = 24 * 60;

/** Sends a link to a new address of one's own; it becomes the address when the link is used. Whose it may be already is not told. */
export const askNewEmail = command({
  name: 'privacy.askNewEmail',
  input: NewEmailInput,
  on: nothing,
  needs: 'self',
  example: () => ({ email: 'nieuw.adres@example.org' }),
  async run({ db, actor, input, now, effects }) {
    const { id } = await whoSignedInRecently(db, actor, now);
    const taken = await findByEmail(db, input.email);
    if (taken) return { person: id };
    const sealed = await sealForPerson(db, id, { email: input.email });
    const secret = await makeLink(db, { purpose: 'new_email', person: id, minutes: newEmailMinutes, sealed }, now);
    await effects.mail({
      to: id,
      template: 'privacy.newEmail',
      locale: actor.locale,
      address: input.email,
      secrets: { link: `${config().publicUrl}/new-address/${secret}` },
    });
    return { person: id };
  },
  audit: (_input, result) => ({ subject: { kind: 'person', id: result.person }, hashesInput: false }),
});

/** Whether the link still works: for the page with the button. Looking uses nothing up. */
export const readNewEmail = query({
  name: 'privacy.readNewEmail',
  input: NewEmailLinkInput,
  on: nothing,
  needs: { public: 'whoever has the link may know whether it still works', sees: 'nothing', perTenMinutes: 60 },
  example: () => ({ secret: 'not-a-secret-of-anybody-at-all' }),
  async run({ db, input, now }) {
    return { works: await linkWorks(db, hashSecret(input.secret), ['new_email'], now) };
  },
});

/** Makes the address to which the link was sent the one of its owner, and tells the old one. */
export const confirmNewEmail = command({
  name: 'privacy.confirmNewEmail',
  input: NewEmailLinkInput,
  on: nothing,
  needs: {
    public: 'the secret from the mail proves that the address is theirs; a wrong one tells nothing',
    sees: 'everything',
    perTenMinutes: 30,
  },
  example: () => ({ secret: 'not-a-secret-of-anybody-at-all' }),
  async run({ db, input, now, effects }) {
    const link = await consumeLink(db, hashSecret(input.secret), ['new_email'], now);
    const person = link?.sealed ? await readPerson(db, link.person) : undefined;
    if (!link?.sealed || !person || person.erased) throw notNow('privacy:because.linkGone');
    const { email } = await openForPerson<{ email: string }>(db, link.person, link.sealed);
    if (await findByEmail(db, email)) throw notNow('privacy:because.linkGone');
    await changePerson(db, link.person, { email });
    await voidSignInLinks(db, link.person, now);
    if (person.email)
      await effects.mail({
        to: link.person,
        template: 'privacy.emailChanged',
        locale: person.locale,
        address: person.email,
      });
    return { person: link.person };
  },
  audit: (_input, result) => ({
    subject: { kind: 'person', id: result.person },
    fields: ['email'],
    hashesInput: false,
  }),
});

/** Erases oneself: asks for a sign-in just now, and for nothing that still waits. */
export const eraseMyself = command({
  name: 'privacy.eraseMyself',
  input: EraseMyselfInput,
  on: nothing,
  needs: 'self',
  secretResult: true,
  example: () => ({ sure: 'on' }),
  async run({ db, actor, now, today, beyond }) {
    const { id } = await whoSignedInRecently(db, actor, now);
    const done = await beyond(why, async () => {
      if ((await blocksOf(db, id, today)).length > 0) throw notNow('privacy:because.blocked');
      return erase(db, id, now);
    });
    return { person: id, ...done };
  },
  audit: (_input, { person, texts }) => ({ subject: { kind: 'person', id: person }, details: { texts } }),
});
