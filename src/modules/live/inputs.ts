import { z } from 'zod';

/** `mine`, or a thing by its kind and id. */
const topic = z
  .string()
  .regex(/^(mine|[a-z]{1,20}:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/u, 'error.format');

/** What a page wants to hear about: topics with commas between them, as in an address. */
export const FollowInput = z.object({
  on: z
    .string('error.required')
    .max(500, 'error.tooLong')
    .transform((typed) => [...new Set(typed.split(','))])
    .pipe(z.array(topic).min(1).max(8, 'error.tooMany')),
});
