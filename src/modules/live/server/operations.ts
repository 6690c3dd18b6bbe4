import { forbidden, notFound } from '#platform/server/errors.ts';
import { scopeFor } from '#platform/server/actor.ts';
import { sees } from '#platform/server/admission.ts';
import { everythingMine } from '#platform/server/live/event.ts';
import type { Following } from '#platform/server/live/hub.ts';
import { kindsOfThings } from '#platform/server/kinds.ts';
import { nothing, query } from '#platform/server/operation.ts';
import { FollowInput } from '../inputs.ts';

/** Whether somebody may follow these topics, and where they see what: for the stream that is opened with it. */
export const follow = query({
  name: 'live.follow',
  input: FollowInput,
  on: nothing,
  needs: 'self',
  example: (world) => ({ on: `mine,trajectory:${world['trajectory']!}` }),
  async run({ db, actor, input }): Promise<Following> {
    if (actor.kind !== 'person') throw forbidden();
    const kinds = kindsOfThings();
    for (const topic of input.on) {
      if (topic === everythingMine) continue;
      const [kind = '', id = ''] = topic.split(':');
      const known = kinds.get(kind);
      if (!known || !(await sees(db, actor, known, id))) throw notFound();
    }
    const reach = Object.fromEntries(
      [...kinds].map(([kind, { seenWith }]) => {
        const { programmes, lots, providers, enterprises, trajectories } = scopeFor(actor, seenWith);
        return [kind, { programmes, lots, providers, enterprises, trajectories }];
      }),
    );
    return { session: actor.session, person: actor.id, topics: input.on, reach };
  },
});
