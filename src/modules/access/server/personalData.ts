import sql from 'sql-template-tag';
import { definePersonalData } from '#platform/server/personalData.ts';

const own = { kind: 'signIn', about: 'person_id', atErasure: 'goes', inCase: false } as const;

definePersonalData('access', {
  tables: [
    { ...own, table: 'passwords', sealed: ['totp', 'pending_totp'], tells: ['set_at', 'totp_since'] },
    { ...own, table: 'recovery_codes', tells: ['made_at', 'used_at'] },
    {
      ...own,
      table: 'passkeys',
      sealed: ['public_key', 'sealed_name'],
      opens: ['sealed_name'],
      tells: ['backed_up', 'created_at', 'used_at'],
    },
    {
      ...own,
      table: 'provider_identities',
      sealed: ['sealed'],
      opens: ['sealed'],
      tells: ['created_at', 'used_at'],
    },
    { ...own, table: 'known_devices', tells: ['first_at', 'last_at'] },
    {
      ...own,
      table: 'web_sessions',
      sealed: ['provider_token'],
      tells: ['device', 'method', 'organisation_name', 'created_at', 'seen_at', 'expires_at', 'revoked_at'],
    },
    { ...own, table: 'sign_in_challenges', sealed: ['content'], tells: ['purpose', 'expires_at'] },
    { ...own, table: 'access_links', sealed: ['sealed'], tells: ['purpose', 'created_at', 'expires_at', 'used_at'] },
    {
      table: 'grants',
      kind: 'roles',
      about: 'person_id',
      tells: ['role', 'scope', 'organisation', 'granted_at', 'withdrawn_at'],
      atErasure: 'stays',
      inCase: false,
    },
  ],
  async beforeErasure(db, { person, now }) {
    // Told to every process, which ends what it holds open, before the rows go.
    await db.run(sql`update web_sessions set revoked_at = ${now} where person_id = ${person} and revoked_at is null`);
    await db.run(sql`update grants set withdrawn_at = ${now} where person_id = ${person} and withdrawn_at is null`);
  },
  async blocks(db, { person }) {
    const rows = await db.many<{ code: string }>(
      sql`select p.code from grants g join programmes p on p.id = g.programme_id
        where g.person_id = ${person} and g.role = 'programme_manager' and g.withdrawn_at is null
          and not exists (select 1 from grants o where o.programme_id = g.programme_id and o.role = 'programme_manager' and o.person_id <> ${person} and o.withdrawn_at is null)`,
    );
    return rows.map(({ code }) => ({
      textKey: 'privacy:block.lastManager',
      parameters: { programme: code },
      link: '/invitations',
    }));
  },
});
