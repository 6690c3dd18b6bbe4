import type { Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import type { Grant } from '#platform/server/permissions.ts';
import type { PlainDate } from '#shared/dates.ts';
import { stepper } from '#modules/trajectories/index.ts';
import type { HomeRole } from '../rules/codes.ts';
import { filterWords } from '../rules/entryKinds.ts';
import { expectedByNow } from '../rules/pace.ts';
import { pageOfRows, readDayKey } from '../rules/pageKey.ts';
import { reachedState } from '../rules/trajectoryPages.ts';
import { countsByLot, countsByProvider, guidedTrajectories, leadsByState, trajectoriesByStage } from './homeStore.ts';
import type { HomePart } from '../rules/views.ts';
import { programmesOf, reachOf } from './reach.ts';
import { inLocale, listed, shownEntries } from './shown.ts';
import { listEnterprises, newestEntries, newestTrajectory } from './store.ts';

export interface HomeQuestion {
  readonly actor: Actor & { readonly kind: 'person' };
  readonly grants: readonly Grant[];
  readonly today: PlainDate;
  /** Where the page before this one ended, for the parts that go on over several. */
  readonly mine: string | undefined;
}

const pageSize = 20;

const parts: {
  readonly [Role in HomeRole]: (db: Db, question: HomeQuestion) => Promise<Extract<HomePart, { role: Role }>>;
} = {
  async enterprise_lead(db, { grants }) {
    const rows = await listEnterprises(db, {
      reach: reachOf(grants),
      programmes: programmesOf(grants),
      officeToo: false,
      limit: pageSize,
    });
    const only = rows.length === 1 ? await newestTrajectory(db, rows[0]!.id) : undefined;
    return {
      role: 'enterprise_lead',
      enterprises: rows.map(listed),
      steps: only
        ? stepper(only.state, { stoppedIn: only.stoppedIn ?? reachedState(only), scanDone: only.scanDone })
        : null,
    };
  },
  async consultant(db, { actor, grants, mine }) {
    const rows = await guidedTrajectories(db, actor.id, reachOf(grants), readDayKey(mine), pageSize + 1);
    const { rows: guided, next } = pageOfRows(rows, pageSize, (row) => ({ value: row.startedOn, id: row.id }));
    return { role: 'consultant', guided, next };
  },
  async provider_member(db, { grants }) {
    const reach = reachOf(grants);
    return {
      role: 'provider_member',
      leads: await leadsByState(db, reach),
      stages: await trajectoriesByStage(db, reach),
    };
  },
  async lot_coordinator(db, { grants }) {
    return { role: 'lot_coordinator', providers: await countsByProvider(db, reachOf(grants).lot ?? []) };
  },
  async programme_manager(db, { actor, grants, today }) {
    const reach = reachOf(grants);
    const lots = await countsByLot(db, programmesOf(grants));
    return {
      role: 'programme_manager',
      lots: lots.map((lot) => ({
        ...lot,
        name: inLocale(lot.name, actor.locale)!,
        programmeName: inLocale(lot.programmeName, actor.locale)!,
        expected: expectedByNow(lot.target, lot, today) ?? null,
      })),
      leads: await leadsByState(db, reach),
      stages: await trajectoriesByStage(db, reach),
    };
  },
  evaluator: () => Promise.resolve({ role: 'evaluator' }),
  async auditor(db, { actor, grants, mine }) {
    const words = [...filterWords.decisions, 'seal', 'agreement'];
    const rows = await newestEntries(db, reachOf(grants), {
      officeToo: true,
      words,
      after: readDayKey(mine),
      limit: pageSize + 1,
    });
    const { rows: shown, next } = pageOfRows(rows, pageSize, (row) => ({ value: row.day, id: row.id }));
    return { role: 'auditor', entries: await shownEntries(db, shown, actor.locale), next };
  },
};

/** What stands under the tasks on the home page of a role. */
export function homePart(db: Db, role: HomeRole, question: HomeQuestion): Promise<HomePart> {
  return parts[role](db, question);
}
