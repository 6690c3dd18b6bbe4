import type { Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { readPeople } from '#platform/server/people.ts';
import type { Grant } from '#platform/server/permissions.ts';
import { stepper } from '#modules/trajectories/index.ts';
import { dayInBrussels, type PlainDate } from '#shared/dates.ts';
import { attentionKinds, leadStates, sizeBands, stages, type HomeRole, type Stage } from '../rules/codes.ts';
import { countsByState, equalShares, paceOf, reachByMonth, standingOf, sumOf, type CountRow } from '../rules/counts.ts';
import { filterWords } from '../rules/entryKinds.ts';
import { expectedByNow } from '../rules/pace.ts';
import { pageOfRows, readDayKey } from '../rules/pageKey.ts';
import { hideSmallCells } from '../rules/smallCells.ts';
import { reachedState } from '../rules/trajectoryPages.ts';
import type { AttentionGroup, HiddenTable, HomePart, LotView, PartnerView } from '../rules/views.ts';
import { attentionHeads } from './attentionStore.ts';
import { readGovernance } from './governanceStore.ts';
import {
  dueLeads,
  guidedTrajectories,
  guidesOf,
  keptCounts,
  lotFacts,
  newestByStage,
  providerFacts,
  reachedBySector,
  sectorNames,
  waitingAgreements,
  type LotFacts,
} from './homeStore.ts';
import { programmesOf, reachOf, type Reach } from './reach.ts';
import { inLocale, listed, shownEntries } from './shown.ts';
import { listEnterprises, newestEntries, newestTrajectory } from './store.ts';
import { weekFor } from './week.ts';

export interface HomeQuestion {
  readonly actor: Actor & { readonly kind: 'person' };
  readonly grants: readonly Grant[];
  readonly today: PlainDate;
  /** Where the page before this one ended, for the parts that go on over several. */
  readonly mine: string | undefined;
  /** A day of the week that a consultant looks at. */
  readonly week: string | undefined;
}

const pageSize = 20;
const boardStages: readonly Stage[] = [
  'intake',
  'eligibility',
  'agreement',
  'planning',
  'guidance',
  'closing',
  'follow_up',
];
const cardsAColumn = 4;
const attentionShown = 4;

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
    const guides = only ? await guidesOf(db, only.id) : [];
    const people = await readPeople(
      db,
      guides.map(({ person }) => person),
    );
    return {
      role: 'enterprise_lead',
      enterprises: rows.map(listed),
      steps: only
        ? stepper(only.state, { stoppedIn: only.stoppedIn ?? reachedState(only), scanDone: only.scanDone })
        : null,
      guides: guides.map(({ person, capacity }) => ({
        id: person,
        side: 'guide',
        capacity,
        name: people.get(person)?.name ?? '—',
        phone: people.get(person)?.phone ?? null,
      })),
    };
  },
  async consultant(db, question) {
    const { actor, grants, mine } = question;
    const reach = reachOf(grants);
    const rows = await guidedTrajectories(db, actor.id, reach, readDayKey(mine), pageSize + 1);
    const { rows: guided, next } = pageOfRows(rows, pageSize, (row) => ({ value: row.startedOn, id: row.id }));
    const agreements = await waitingAgreements(db, actor.id);
    return {
      role: 'consultant',
      week: await weekFor(db, question, reach),
      agreements: agreements.map(({ sentAt, ...agreement }) => ({ ...agreement, sentOn: dayInBrussels(sentAt) })),
      guided,
      next,
    };
  },
  async provider_member(db, { grants }) {
    const reach = reachOf(grants);
    const counts = await keptCounts(db, reach);
    const cards = await newestByStage(db, reach, boardStages, cardsAColumn);
    return {
      role: 'provider_member',
      standing: standingOf(counts, {}),
      leads: countsByState(counts, 'leads', leadStates),
      dueLeads: await dueLeads(db, reach, 6),
      board: boardStages.map((stage) => ({
        stage,
        count: sumOf(counts, { what: 'trajectories', state: [stage] }),
        cards: cards.filter((card) => card.stage === stage).map(({ stage: _stage, ...card }) => card),
      })),
    };
  },
  async lot_coordinator(db, { actor, grants, today }) {
    const reach = reachOf(grants);
    const counts = await keptCounts(db, reach);
    const lots = await lotFacts(db, { lots: reach.lot ?? [] });
    const providers = await providerFacts(db, reach.lot ?? []);
    const target = lots.reduce((sum, lot) => sum + lot.target, 0);
    return {
      role: 'lot_coordinator',
      lots: lots.map((lot) => lotView(lot, counts, actor, today)),
      partners: lots.flatMap((lot) =>
        partnersOf(
          lot,
          providers.filter((provider) => provider.lot === lot.id),
          counts,
          today,
        ),
      ),
      months: lots[0] ? reachByMonth(counts, target, lots[0], today) : [],
      attention: await attentionIn(db, reach, today),
      governance: await readGovernance(db, reach.lot ?? [], actor.locale),
    };
  },
  async programme_manager(db, { actor, grants, today }) {
    const reach = reachOf(grants);
    const counts = await keptCounts(db, reach);
    const lots = await lotFacts(db, { programmes: programmesOf(grants) });
    return {
      role: 'programme_manager',
      lots: lots.map((lot) => lotView(lot, counts, actor, today)),
      attention: await attentionIn(db, reach, today),
      leads: countsByState(counts, 'leads', leadStates),
      stages: countsByState(counts, 'trajectories', stages),
      governance: await readGovernance(
        db,
        lots.map(({ id }) => id),
        actor.locale,
      ),
    };
  },
  async evaluator(db, { actor, grants }) {
    const programmes = programmesOf(grants);
    const counts = await keptCounts(db, { programme: programmes });
    const lots = await lotFacts(db, { programmes });
    const bySector = await reachedBySector(db, programmes);
    const names = await sectorNames(db, programmes);
    return {
      role: 'evaluator',
      lots: hiddenTable(
        lots.map((lot) => `${lot.number} · ${inLocale(lot.name, actor.locale)!}`),
        lots.map((lot) => sizeBands.map((size) => sumOf(counts, { what: 'reached', lot: lot.id, size: [size] }))),
      ),
      targets: lots.map(({ target }) => target),
      sectors: hiddenTable(
        bySector.map(({ sector }) => inLocale(names.get(sector) ?? null, actor.locale) ?? (sector || '—')),
        bySector.map(({ amount }) => [amount]),
      ),
    };
  },
  async auditor(db, { actor, grants, mine }) {
    const reach = reachOf(grants);
    const words = [...filterWords.decisions, 'seal', 'agreement'];
    const rows = await newestEntries(db, reach, {
      officeToo: true,
      words,
      after: readDayKey(mine),
      limit: pageSize + 1,
    });
    const { rows: shown, next } = pageOfRows(rows, pageSize, (row) => ({ value: row.day, id: row.id }));
    const lots = await lotFacts(db, { programmes: programmesOf(grants) });
    return {
      role: 'auditor',
      lots: lots.map(({ id, number, name }) => ({ id, number, name: inLocale(name, actor.locale)! })),
      trajectories: sumOf(await keptCounts(db, reach), { what: 'trajectories' }),
      entries: await shownEntries(db, shown, actor.locale),
      next,
    };
  },
};

function lotView(lot: LotFacts, counts: readonly CountRow[], actor: Actor, today: PlainDate): LotView {
  const standing = standingOf(counts, { lot: lot.id });
  const expected = expectedByNow(lot.target, lot, today) ?? null;
  return {
    ...standing,
    id: lot.id,
    number: lot.number,
    name: inLocale(lot.name, actor.locale)!,
    programmeName: inLocale(lot.programmeName, actor.locale)!,
    target: lot.target,
    expected,
    pace: paceOf(standing.reached, expected),
  };
}

/** Partners of a lot against an equal share of its target: nobody wrote down another one. Who is not active any more has no share. */
function partnersOf(
  lot: LotFacts,
  providers: readonly { id: string; name: string; active: boolean; coordinates: boolean }[],
  counts: readonly CountRow[],
  today: PlainDate,
): PartnerView[] {
  const active = providers.filter((provider) => provider.active);
  const shares = equalShares(lot.target, active.length);
  return providers.flatMap((provider) => {
    const standing = standingOf(counts, { lot: lot.id, provider: provider.id });
    const share = provider.active ? shares[active.indexOf(provider)]! : 0;
    if (!provider.active && standing.reached + standing.openLeads + standing.starting === 0) return [];
    const expected = provider.active ? (expectedByNow(share, lot, today) ?? null) : null;
    const starts = counts.filter((row) => row.what === 'reached_in_month' && row.provider === provider.id);
    return [
      {
        ...standing,
        id: provider.id,
        lot: lot.id,
        name: provider.name,
        coordinates: provider.coordinates,
        share,
        expected,
        pace: paceOf(standing.reached, expected),
        lastStart:
          starts
            .map(({ month }) => month)
            .sort()
            .at(-1) ?? null,
      },
    ];
  });
}

async function attentionIn(db: Db, reach: Reach, today: PlainDate): Promise<AttentionGroup[]> {
  const heads = await attentionHeads(db, reach, today, attentionShown);
  return attentionKinds.flatMap((kind) => {
    const items = heads.filter((head) => head.kind === kind);
    return items[0]
      ? [{ kind, count: items[0].count, items: items.map(({ kind: _kind, count: _count, ...item }) => item) }]
      : [];
  });
}

const hiddenTable = (rows: readonly string[], cells: readonly (readonly number[])[]): HiddenTable => ({
  rows,
  cells: cells.length > 0 ? hideSmallCells(cells) : [],
});

/** What stands under the tasks on the home page of a role. */
export function homePart(db: Db, role: HomeRole, question: HomeQuestion): Promise<HomePart> {
  return parts[role](db, question);
}
