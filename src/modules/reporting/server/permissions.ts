import { definePermissions } from '#platform/server/permissions.ts';

declare module '#platform/server/permissions.ts' {
  interface Permissions {
    'reporting.home': true;
    'reporting.officeEntries': true;
    'reporting.attention': true;
    'reporting.search': true;
    'reporting.sample': true;
    'reporting.decisions': true;
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
  // What waits for long over many enterprises: for who looks after a lot or the programme.
  'reporting.attention': ['lot_coordinator', 'programme_manager', 'auditor'],
  // Finding enterprises and people within one's own sight. An enterprise lead has one enterprise, an evaluator sees none.
  'reporting.search': ['consultant', 'provider_member', 'lot_coordinator', 'programme_manager', 'auditor'],
  // A sample of files, and a file with everything in it.
  'reporting.sample': ['auditor'],
  // Decisions on eligibility as a list, each in one's own sight.
  'reporting.decisions': ['consultant', 'provider_member', 'lot_coordinator', 'programme_manager', 'auditor'],
});
