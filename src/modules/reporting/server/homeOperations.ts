import { z } from 'zod';
import { grantsFor } from '#platform/server/actor.ts';
import { enterScope, inTransaction } from '#platform/server/database/pool.ts';
import { forbidden } from '#platform/server/errors.ts';
import { defineJob } from '#platform/server/jobs.ts';
import { command, nothing, query } from '#platform/server/operation.ts';
import { ListAttentionInput } from '../inputs.ts';
import { pageOfRows, readPageKey } from '../rules/pageKey.ts';
import type { AttentionListView } from '../rules/views.ts';
import { visitAfterLook } from '../rules/visit.ts';
import { attentionRows } from './attentionStore.ts';
import { foldCounts } from './homeStore.ts';
import { keepVisit, readVisit } from './newsStore.ts';
import './permissions.ts';
import { reachOf } from './reach.ts';

const rowsAPage = 30;

/** Notes that somebody looks at their home page, so that next time it can say what changed since. */
export const noteVisit = command({
  name: 'reporting.noteVisit',
  input: z.object({}),
  on: nothing,
  needs: 'reporting.home',
  example: () => ({}),
  async run({ db, actor, now }) {
    if (actor.kind !== 'person') throw forbidden();
    const next = visitAfterLook(await readVisit(db, actor.id), now);
    if (next) await keepVisit(db, actor.id, next);
    return { noted: next !== null };
  },
  audit: { none: 'when somebody looks at their own home page is nobody else’s business' },
});

/** Everything of one kind that asks for attention within reach, what waits longest first. */
export const listAttention = query({
  name: 'reporting.listAttention',
  input: ListAttentionInput,
  on: nothing,
  needs: 'reporting.attention',
  example: () => ({ kind: 'plans' }),
  async run({ db, actor, input, today }): Promise<AttentionListView> {
    const reach = reachOf(grantsFor(actor, 'reporting.attention'));
    const after = readPageKey(input.after);
    const rows = await attentionRows(db, input.kind, reach, today, { after, limit: rowsAPage + 1 });
    const page = pageOfRows(rows, rowsAPage, (row) => ({ value: row.key, id: row.id }));
    return {
      kind: input.kind,
      items: page.rows.map(({ key: _key, ...item }) => item),
      next: page.next,
      continued: after !== undefined,
    };
  },
});

/** Takes what changes appended into the totals, so that reading them stays a matter of few rows. */
export const foldCountsJob = defineJob({
  name: 'reporting.foldCounts',
  every: '*/5 * * * *',
  run: async () => {
    await inTransaction('write', async (db) => {
      await enterScope(db, { actor: 'system:reporting.foldCounts', system: true });
      await foldCounts(db);
    });
  },
});
