/** Which part of the queue to show. */
export const jobFilters = ['all', 'waiting', 'failed'] as const;
export type JobFilter = (typeof jobFilters)[number];
