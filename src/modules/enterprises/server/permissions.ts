import { definePermissions } from '#platform/server/permissions.ts';

declare module '#platform/server/permissions.ts' {
  interface Permissions {
    'enterprise.read': true;
    'enterprise.change': true;
  }
}

definePermissions({
  'enterprise.read': [
    'enterprise_lead',
    'consultant',
    'provider_member',
    'lot_coordinator',
    'programme_manager',
    'auditor',
  ],
  'enterprise.change': ['enterprise_lead', 'consultant', 'provider_member', 'lot_coordinator'],
});
