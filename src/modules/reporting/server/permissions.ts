import { definePermissions } from '#platform/server/permissions.ts';

declare module '#platform/server/permissions.ts' {
  interface Permissions {
    'reporting.home': true;
    'reporting.officeEntries': true;
  }
}

definePermissions({
  'reporting.home': [
    'enterprise_lead',
    'consultant',
    'provider_member',
    'lot_coordinator',
    'programme_manager',
    'evaluator',
    'auditor',
  ],
  // Timeline entries that are for the people who guide, decide and check, and not for the enterprise itself.
  'reporting.officeEntries': ['consultant', 'provider_member', 'lot_coordinator', 'programme_manager', 'auditor'],
});
