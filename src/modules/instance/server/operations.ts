import { z } from 'zod';
import { holdsOnlyExample } from '#modules/access/index.server.ts';
import { config } from '#platform/server/config.ts';
import { notFound, notNow } from '#platform/server/errors.ts';
import { newestLetters } from '#platform/server/mail.ts';
import { command, nothing, query } from '#platform/server/operation.ts';
import { ListJobsInput, RetryJobInput } from '../inputs.ts';
import { hideAddresses } from '../rules/hideAddresses.ts';
import { letterPieces } from '../rules/letterPieces.ts';
import { countJobs, findJob, newestJobs, retryJob as putBack } from './store.ts';
import '../text/index.ts';
import './permissions.ts';

/** The newest letters, links and all; only where everybody who gets one is invented. */
export const readOutbox = query({
  name: 'instance.readOutbox',
  input: z.object({}),
  on: nothing,
  needs: {
    public: 'only where the example programme is the only one; everybody who gets a letter there is invented',
    sees: 'everything',
  },
  example: () => ({}),
  async run({ db }) {
    if (!(await holdsOnlyExample(db))) throw notFound();
    const letters = await newestLetters(db, 50);
    const site = config().publicUrl;
    return { letters: letters.map(({ body, ...letter }) => ({ ...letter, pieces: letterPieces(body, site) })) };
  },
});

export const listJobs = query({
  name: 'instance.listJobs',
  input: ListJobsInput,
  on: nothing,
  needs: 'jobs.read',
  example: () => ({ show: 'all' }),
  async run({ db, actor, input }) {
    const jobs = await newestJobs(db, input.show, 100);
    return {
      show: input.show,
      counts: await countJobs(db),
      jobs: jobs.map((job) => ({
        ...job,
        attempts: job.retries + (job.startedAt ? 1 : 0),
        problem: job.problem === null ? null : hideAddresses(job.problem),
      })),
      mayRetry: actor.grants.some((grant) => grant.role === 'programme_manager'),
    };
  },
});

/** One more attempt for a job that gave up, for example when the mail server is back. */
export const retryJob = command({
  name: 'instance.retryJob',
  input: RetryJobInput,
  on: nothing,
  needs: 'jobs.retry',
  example: (world) => ({ job: world['job'] ?? '00000000-0000-7000-8000-000000000000' }),
  async run({ db, input, now }) {
    const job = await findJob(db, input.job);
    if (!job) throw notFound();
    if (job.state !== 'failed') throw notNow('instance.office:because.notFailed');
    await putBack(db, job.name, input.job, now);
    return { name: job.name };
  },
  audit: (input, result) => ({ subject: { kind: 'job', id: input.job }, details: { name: result.name } }),
});
