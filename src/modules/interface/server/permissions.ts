import { definePermissions } from '#platform/server/permissions.ts';

declare module '#platform/server/permissions.ts' {
  interface Permissions {
    'interface.machines': true;
  }
}

definePermissions({
  // Programs that work in their own name, in a place that somebody answers for.
  'interface.machines': ['programme_manager', 'lot_coordinator'],
});
