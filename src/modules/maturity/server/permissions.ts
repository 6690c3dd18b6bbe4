import { definePermissions } from '#platform/server/permissions.ts';

declare module '#platform/server/permissions.ts' {
  interface Permissions {
    'scan.read': true;
  }
}

definePermissions({
  'scan.read': ['enterprise_lead', 'consultant', 'provider_member', 'lot_coordinator', 'programme_manager', 'auditor'],
});
