import { grantsFor, type Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { addDays, type PlainDate } from '#shared/dates.ts';
import type { HomeRole } from '../rules/codes.ts';
import { groupNews } from '../rules/groupNews.ts';
import type { News } from '../rules/views.ts';
import { firstLookDays, newSince } from '../rules/visit.ts';
import { newsFor, readVisit } from './newsStore.ts';
import type { Reach } from './reach.ts';
import { shownEntries } from './shown.ts';

const entriesAsked = 60;

/** What others did since the caller last looked, by enterprise; null for a role that sees no enterprise. */
export async function newsOf(
  db: Db,
  role: HomeRole,
  { actor, reach, now, today }: { actor: Actor & { kind: 'person' }; reach: Reach; now: Date; today: PlainDate },
): Promise<News | null> {
  if (role === 'evaluator') return null;
  const since = newSince(await readVisit(db, actor.id), now);
  const fromDay = addDays(today, -firstLookDays);
  const rows = await newsFor(db, {
    person: actor.id,
    reach,
    since: since ?? new Date(`${fromDay}T00:00:00Z`),
    fromDay: since ? null : fromDay,
    officeToo: role !== 'enterprise_lead',
    guidedOnly: role === 'consultant',
    limit: entriesAsked + 1,
  });
  // Requests open for the office of the fund and the programme: for others the line stands there without its link.
  const leadsToo = grantsFor(actor, 'lead.read').length > 0;
  const entries = (await shownEntries(db, rows.slice(0, entriesAsked), actor.locale)).map((entry) =>
    leadsToo || !entry.link?.startsWith('/leads/') ? entry : { ...entry, link: null },
  );
  return { since: since ?? null, ...groupNews(entries, rows.length > entriesAsked) };
}
