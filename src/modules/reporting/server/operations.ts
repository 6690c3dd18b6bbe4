import { mayOn, nothing, query } from '#platform/server/operation.ts';
import type { Actor } from '#platform/server/actor.ts';
import { forbidden } from '#platform/server/errors.ts';
import { readPeople } from '#platform/server/people.ts';
import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import { enterpriseHandle } from '#modules/enterprises/index.server.ts';
import { reasonText } from '#modules/eligibility/index.ts';
import { hoursPlannedBy, plannedHours, stepper } from '#modules/trajectories/index.ts';
import { dayInBrussels, type PlainDate } from '#shared/dates.ts';
import type { Locale } from '#shared/localised.ts';
import { ReadEnterpriseInput, ReadHomeInput } from '../inputs.ts';
import { homeRoles, type HomeRole } from '../rules/codes.ts';
import { pageOfRows, readDayKey } from '../rules/pageKey.ts';
import { isNarrowed } from '../rules/timelineFilters.ts';
import { reachedState, trajectoryPages } from '../rules/trajectoryPages.ts';
import type { EnterpriseView, HomeView, TrajectoryView } from '../rules/views.ts';
import '../text/index.ts';
import { homePart } from './homeParts.ts';
import { newsOf } from './news.ts';
import './permissions.ts';
import { reachOf } from './reach.ts';
import { namedIn } from './sentences.ts';
import { inLocale, shownTasks } from './shown.ts';
import {
  enterpriseFacts,
  involvedPeople,
  newestTrajectory,
  plannedTasks,
  waitingTasks,
  type TaskRow,
  type TrajectoryFactsRow,
} from './store.ts';
import { peopleOf, readTimeline, shownTimeline } from './timelinePage.ts';

const tasksAPage = 30;

const homeRolesOf = (actor: Actor): HomeRole[] =>
  homeRoles.filter((role) => actor.grants.some((grant) => grant.role === role));

/** What waits for the caller in one of their roles, and what is theirs. Another role than they have: the first they have. */
export const readHome = query({
  name: 'reporting.readHome',
  input: ReadHomeInput,
  on: nothing,
  needs: 'reporting.home',
  example: () => ({}),
  async run({ db, actor, input, now, today }): Promise<HomeView> {
    if (actor.kind !== 'person') throw forbidden();
    const roles = homeRolesOf(actor);
    const role = input.role && roles.includes(input.role) ? input.role : roles[0]!;
    const grants = actor.grants.filter((grant) => grant.role === role);
    const after = readDayKey(input.after);
    const rows = await waitingTasks(db, {
      role,
      person: actor.id,
      reach: reachOf(grants),
      after,
      limit: tasksAPage + 1,
    });
    const page = pageOfRows(rows, tasksAPage, (row) => ({ value: row.due ?? '', id: row.id }));
    // Their own name together with those in the tasks: one question.
    const people = await readPeople(db, [actor.id, ...namedIn(page.rows)]);
    const tasks = await shownTasks(db, page.rows, actor.locale, today);
    const [first, ...others] = tasks;
    return {
      name: people.get(actor.id)?.name ?? '',
      role,
      roles,
      today,
      first: after ? null : (first ?? null),
      tasks: after ? tasks : others,
      next: page.next,
      continued: after !== undefined,
      news: after || input.mine ? null : await newsOf(db, role, { actor, reach: reachOf(grants), now, today }),
      part: await homePart(db, role, { actor, grants, today, mine: input.mine, week: input.week }),
    };
  },
});

/** One enterprise: where it stands, what comes first, who is involved, and its timeline. */
export const readEnterprise = query({
  name: 'reporting.readEnterprise',
  input: ReadEnterpriseInput,
  on: enterpriseHandle,
  needs: 'enterprise.read',
  example: (world) => ({ enterprise: world['enterprise']! }),
  async run({ db, actor, input, enterprise, today }): Promise<EnterpriseView> {
    const officeToo = mayOn(actor, 'reporting.officeEntries', enterprise);
    // Requests are for the office of the fund and the programme: for others the line stands there without its link.
    const leadsToo = mayOn(actor, 'lead.read', enterprise);
    const openable = (link: string) => (leadsToo || !link.startsWith('/leads/') ? link : null);
    const facts = await enterpriseFacts(db, enterprise.id);
    const trajectory = await newestTrajectory(db, enterprise.id);
    const involved = await involvedPeople(db, enterprise.id, trajectory?.id ?? null);
    const waiting = await mineHere(db, actor, enterprise.id);
    const { enterprise: _id, after, ...filters } = input;
    const continued = readDayKey(after) !== undefined;
    const narrowed = continued || filters.show !== 'everything' || isNarrowed(filters);
    const ahead = narrowed ? [] : await plannedTasks(db, enterprise.id, officeToo ? null : 'enterprise_lead');
    const happened = await readTimeline(db, enterprise.id, input, officeToo);
    // Everybody who is named on the page: one question.
    const names = await readPeople(db, [
      ...involved.map(({ person }) => person),
      ...namedIn([...waiting, ...ahead]),
      ...peopleOf(happened),
    ]);
    const page = await shownTimeline(db, happened, input.words, actor);
    return {
      enterprise: {
        id: enterprise.id,
        name: enterprise.name,
        number: formatEnterpriseNumber(enterprise.number),
        municipality: facts.municipality,
        workers: facts.workers,
        sector: inLocale(facts.sectorName, actor.locale),
        lot:
          facts.lotNumber === null ? null : { number: facts.lotNumber, name: inLocale(facts.lotName, actor.locale)! },
        provider: facts.providerName,
      },
      trajectory: trajectory ? shownTrajectory(trajectory, today, actor.locale) : null,
      waiting: await shownTasks(db, waiting, actor.locale, today),
      // What is late for the caller stands above already; what lies ahead is for everybody.
      ahead: (await shownTasks(db, ahead, actor.locale, today))
        .filter(({ id, urgency }) => urgency !== 'late' || !waiting.some((task) => task.id === id))
        .map((task) => ({ ...task, link: openable(task.link) })),
      entries: page.entries.map((entry) => ({ ...entry, link: entry.link && openable(entry.link) })),
      threads: page.threads,
      files: page.files,
      next: page.next,
      continued,
      filters,
      trajectories: facts.trajectories,
      mayWrite: mayOn(actor, 'comment.write', enterprise),
      people: involved.map(({ person, side, capacity }) => {
        const known = names.get(person);
        return { id: person, side, capacity, name: known?.name ?? '—', phone: known?.phone ?? null };
      }),
      office: officeToo,
    };
  },
});

type Database = Parameters<typeof waitingTasks>[0];

/** What waits here for the caller, in whichever of their roles; the same task once. */
async function mineHere(db: Database, actor: Actor, enterprise: string): Promise<TaskRow[]> {
  if (actor.kind !== 'person') return [];
  const found = new Map<string, TaskRow>();
  for (const role of homeRolesOf(actor)) {
    const reach = reachOf(actor.grants.filter((grant) => grant.role === role));
    for (const row of await waitingTasks(db, { role, person: actor.id, reach, enterprise, limit: 10 }))
      found.set(row.id, row);
  }
  return [...found.values()].sort((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1));
}

function shownTrajectory(row: TrajectoryFactsRow, today: PlainDate, locale: Locale): TrajectoryView {
  const plan = row.plan === 'approved' || row.plan === 'submitted' ? row.planContent : null;
  return {
    id: row.id,
    stage: row.state,
    startedOn: row.startedOn,
    steps: stepper(row.state, { stoppedIn: row.stoppedIn ?? reachedState(row), scanDone: row.scanDone }),
    pages: trajectoryPages(row),
    hours: {
      used: row.hoursUsed,
      planned: plan ? plannedHours(plan) : null,
      byNow: plan ? hoursPlannedBy(plan, today) : null,
    },
    decision:
      row.eligibility && row.decidedAt
        ? {
            outcome: row.eligibility,
            day: dayInBrussels(row.decidedAt),
            ruleVersion: row.ruleVersion ?? '',
            reasons: (row.reasons ?? []).slice(0, 4).map((reason) => ({
              kind: reason.weight === 'missing' ? ('open' as const) : reason.weight,
              text: reasonText(reason, locale),
            })),
          }
        : null,
  };
}
