import { definePermissions } from '#platform/server/permissions.ts';

declare module '#platform/server/permissions.ts' {
  interface Permissions {
    'access.invite': true;
    'access.readGrants': true;
  }
}

definePermissions({
  'access.invite': ['programme_manager', 'lot_coordinator', 'provider_member'],
  'access.readGrants': ['programme_manager', 'lot_coordinator', 'provider_member', 'auditor'],
});
