import { allOperations } from '#platform/server/operation.ts';
import { permissionTable, roles, rolesWith } from '#platform/server/permissions.ts';

const roleNames: Record<(typeof roles)[number], string> = {
  enterprise_lead: 'enterprise lead',
  consultant: 'consultant',
  provider_member: 'provider member',
  lot_coordinator: 'lot coordinator',
  programme_manager: 'programme manager',
  evaluator: 'evaluator',
  auditor: 'auditor',
  link_holder: 'link holder',
};

/** `docs/permissions.md`: who may call which operation, from the declarations themselves. */
export function permissionsPage(): string {
  const operations = allOperations();
  const head = `| operation | kind | about | ${roles.map((role) => roleNames[role]).join(' | ')} |`;
  const line = `| --- | --- | --- | ${roles.map(() => ':-:').join(' | ')} |`;
  const rows = operations.flatMap((operation) => {
    const { needs } = operation;
    if (typeof needs === 'object') return [];
    const holders = rolesWith(needs);
    return [
      `| \`${operation.name}\` | ${operation.kind} | ${operation.on ?? '–'} | ${roles.map((role) => (holders.includes(role) ? '●' : '')).join(' | ')} |`,
    ];
  });
  const doors = operations.flatMap(({ name, kind, needs }) =>
    typeof needs === 'object' ? [`| \`${name}\` | ${kind} | ${needs.sees} | ${needs.public} |`] : [],
  );
  const silent = operations.flatMap(({ name, audited }) =>
    typeof audited === 'string' ? [`| \`${name}\` | ${audited} |`] : [],
  );
  const permissions = [...permissionTable()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([permission, holders]) => `| \`${permission}\` | ${holders.map((role) => roleNames[role]).join(', ')} |`);
  return [
    '# Who may do what',
    '',
    'Generated from the declarations of the operations by `npm run generate`; a test fails when it is not current. A role counts where it is held: on a',
    'programme, lot, provider, enterprise or trajectory. What somebody may not see is a 404; what they see but may not do is a 403.',
    '',
    '## By role',
    '',
    head,
    line,
    ...rows,
    '',
    '## Open to everybody',
    '',
    '| operation | kind | its code sees | why anybody may |',
    '| --- | --- | --- | --- |',
    ...doors,
    '',
    '## Commands without a line in the trail',
    '',
    '| operation | why |',
    '| --- | --- |',
    ...silent,
    '',
    '## Permissions',
    '',
    '| permission | held by |',
    '| --- | --- |',
    ...permissions,
    '',
  ].join('\n');
}
