import { definePermissions } from '#platform/server/permissions.ts';

declare module '#platform/server/permissions.ts' {
  interface Permissions {
    'jobs.read': true;
    'jobs.retry': true;
  }
}

definePermissions({
  'jobs.read': ['programme_manager', 'auditor'],
  'jobs.retry': ['programme_manager'],
});
