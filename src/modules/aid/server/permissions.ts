import { definePermissions } from '#platform/server/permissions.ts';

declare module '#platform/server/permissions.ts' {
  interface Permissions {
    'aid.read': true;
    'aid.record': true;
    'aid.register.read': true;
    'aid.register.mark': true;
  }
}

definePermissions({
  'aid.read': ['enterprise_lead', 'consultant', 'provider_member', 'lot_coordinator', 'programme_manager', 'auditor'],
  // Whoever decides on eligibility answers for what is known of earlier aid.
  'aid.record': ['provider_member', 'lot_coordinator', 'programme_manager'],
  'aid.register.read': ['programme_manager', 'auditor'],
  'aid.register.mark': ['programme_manager'],
});
