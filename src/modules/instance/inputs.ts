import { z } from 'zod';
import { jobFilters } from './rules/jobFilters.ts';

export const ListJobsInput = z.object({ show: z.enum(jobFilters).catch('all') });

export const RetryJobInput = z.object({ job: z.uuid() });
