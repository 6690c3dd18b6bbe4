import { definePersonalData } from '#platform/server/personalData.ts';

definePersonalData('interface', {
  tables: [
    {
      table: 'access_tokens',
      kind: 'signIn',
      about: 'person_id',
      by: ['made_by'],
      words: ['name'],
      tells: ['name', 'hint', 'scopes', 'made_at', 'expires_at', 'revoked_at', 'used_at'],
      atErasure: 'goes',
      inCase: false,
    },
    // A machine account is nobody: the row it has among the people holds a name of a program.
    {
      table: 'machine_accounts',
      kind: 'roles',
      by: ['person_id', 'made_by'],
      words: ['name'],
      atErasure: 'stays',
      inCase: false,
    },
  ],
});
