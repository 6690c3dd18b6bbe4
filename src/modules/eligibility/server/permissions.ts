import { definePermissions } from '#platform/server/permissions.ts';

declare module '#platform/server/permissions.ts' {
  interface Permissions {
    'eligibility.read': true;
    'eligibility.decide': true;
    'eligibility.runAgain': true;
    'eligibility.checkNumbers': true;
    'eligibility.askFigures': true;
    'eligibility.giveFigures': true;
  }
}

definePermissions({
  'eligibility.read': [
    'enterprise_lead',
    'consultant',
    'provider_member',
    'lot_coordinator',
    'programme_manager',
    'auditor',
  ],
  // Figures come from the enterprise; whoever decides answers for it towards the programme.
  'eligibility.decide': ['provider_member', 'lot_coordinator', 'programme_manager'],
  // Reads nothing that the page does not show; who checks decisions wants to see that they hold.
  'eligibility.runAgain': ['lot_coordinator', 'programme_manager', 'auditor'],
  // A list of numbers is looked up within one's own sight; an enterprise lead has one enterprise.
  'eligibility.checkNumbers': ['consultant', 'provider_member', 'lot_coordinator', 'programme_manager', 'auditor'],
  // Asking the bookkeeper and adding evidence: whoever guides or decides, and the enterprise itself.
  'eligibility.askFigures': [
    'enterprise_lead',
    'consultant',
    'provider_member',
    'lot_coordinator',
    'programme_manager',
  ],
  // The bookkeeper, through the link in the mail; for which request it is, the link says.
  'eligibility.giveFigures': ['link_holder'],
});
