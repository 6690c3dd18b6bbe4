import { definePermissions } from '#platform/server/permissions.ts';

declare module '#platform/server/permissions.ts' {
  interface Permissions {
    'comment.write': true;
    'comment.officeOnly': true;
    'file.removeAny': true;
  }
}

definePermissions({
  // Who reads an enterprise may write beside its timeline; an auditor only reads.
  'comment.write': ['enterprise_lead', 'consultant', 'provider_member', 'lot_coordinator', 'programme_manager'],
  // Lines and comments that are for the people who guide, decide and check, and not for the enterprise itself.
  'comment.officeOnly': ['consultant', 'provider_member', 'lot_coordinator', 'programme_manager', 'auditor'],
  // One's own file everybody may remove; somebody else's, such as one that holds what should not be there, these.
  'file.removeAny': ['lot_coordinator', 'programme_manager'],
});
