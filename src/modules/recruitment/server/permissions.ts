import { definePermissions } from '#platform/server/permissions.ts';

declare module '#platform/server/permissions.ts' {
  interface Permissions {
    'lead.read': true;
    'lead.handle': true;
    'lead.handOver': true;
    'lead.convert': true;
  }
}

definePermissions({
  'lead.read': ['provider_member', 'lot_coordinator', 'programme_manager', 'auditor'],
  // Take it, keep its log, end it.
  'lead.handle': ['provider_member', 'lot_coordinator'],
  // A request that no fund could be found for waits at the programme, which passes it on.
  'lead.handOver': ['provider_member', 'lot_coordinator', 'programme_manager'],
  // Who begins a trajectory becomes its first guide, as a sector consultant of the fund.
  'lead.convert': ['provider_member'],
});
