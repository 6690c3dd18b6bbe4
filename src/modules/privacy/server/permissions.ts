import { definePermissions } from '#platform/server/permissions.ts';

declare module '#platform/server/permissions.ts' {
  interface Permissions {
    'privacy.help': true;
    'privacy.clock': true;
    'privacy.hold': true;
  }
}

definePermissions({
  // On request of somebody: what is kept, correcting it, erasing it.
  'privacy.help': ['programme_manager', 'lot_coordinator'],
  'privacy.clock': ['programme_manager', 'auditor'],
  'privacy.hold': ['programme_manager'],
});
