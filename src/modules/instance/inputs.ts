import { z } from 'zod';

/** Which part of the queue to show. */
export const jobFilters = ['all', 'waiting', 'failed'] as const;
export type JobFilter = (typeof jobFilters)[number];

export const ListJobsInput = z.object({ show: z.enum(jobFilters).catch('all') });

export const RetryJobInput = z.object({ job: z.uuid() });
