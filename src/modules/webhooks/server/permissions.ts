import { definePermissions } from '#platform/server/permissions.ts';

declare module '#platform/server/permissions.ts' {
  interface Permissions {
    'webhooks.manage': true;
  }
}

definePermissions({ 'webhooks.manage': ['programme_manager', 'lot_coordinator', 'provider_member'] });
