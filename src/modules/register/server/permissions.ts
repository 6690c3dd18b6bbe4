import { definePermissions } from '#platform/server/permissions.ts';

declare module '#platform/server/permissions.ts' {
  interface Permissions {
    'register.read': true;
    'register.import': true;
  }
}

definePermissions({
  'register.read': ['consultant', 'provider_member', 'lot_coordinator', 'programme_manager', 'auditor'],
  'register.import': ['programme_manager'],
});
