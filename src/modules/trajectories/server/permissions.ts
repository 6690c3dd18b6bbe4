import { definePermissions } from '#platform/server/permissions.ts';

declare module '#platform/server/permissions.ts' {
  interface Permissions {
    'trajectory.read': true;
    'trajectory.versions': true;
    'trajectory.guide': true;
    'trajectory.manage': true;
    'trajectory.plan.approve': true;
    'trajectory.followUp': true;
    'trajectory.confirm': true;
    'trajectory.confirmAsGuide': true;
  }
}

definePermissions({
  'trajectory.read': [
    'enterprise_lead',
    'consultant',
    'provider_member',
    'lot_coordinator',
    'programme_manager',
    'auditor',
  ],
  // What stood in earlier versions of a plan, among them what was not yet meant for the enterprise.
  'trajectory.versions': ['consultant', 'provider_member', 'lot_coordinator', 'programme_manager', 'auditor'],
  // Who writes the intake, the plan, the sessions and the action plan.
  'trajectory.guide': ['consultant', 'provider_member'],
  // Who chooses guides, sends the agreement, stops.
  'trajectory.manage': ['provider_member', 'lot_coordinator'],
  'trajectory.plan.approve': ['lot_coordinator', 'programme_manager'],
  'trajectory.followUp': ['enterprise_lead', 'consultant', 'provider_member'],
  // The enterprise's own yes, through the link in the mail or signed in; then the guide's. Beside the bookkeeper's
  // 'eligibility.giveFigures' these are all that the holder of a link can have, and for whom a link speaks is decided by its document. A page behind a link has an operation of its
  // own, which shows one document and nothing else of the trajectory.
  'trajectory.confirm': ['enterprise_lead', 'link_holder'],
  'trajectory.confirmAsGuide': ['consultant', 'provider_member', 'link_holder'],
});
