import type { Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { codeLabel } from '#modules/programmes/index.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { WeekView } from '../rules/views.ts';
import { askedDay, weekOf } from '../rules/week.ts';
import { sessionsInWeek } from './homeStore.ts';
import type { Reach } from './reach.ts';
import { shownTasks } from './shown.ts';
import { tasksInWeek } from './store.ts';

interface Question {
  readonly actor: Actor & { readonly kind: 'person' };
  readonly today: PlainDate;
  readonly week: string | undefined;
}

/** The week of somebody who guides: sessions held and what is due, over all enterprises and funds. */
export async function weekFor(db: Db, { actor, today, week: asked }: Question, reach: Reach): Promise<WeekView> {
  const week = weekOf(askedDay(asked, today));
  const sessions = (await sessionsInWeek(db, actor.id, week)).map((session) => ({
    ...session,
    theme: codeLabel('sessionThemes', session.theme, actor.locale),
  }));
  const due = await shownTasks(
    db,
    await tasksInWeek(db, {
      role: 'consultant',
      person: actor.id,
      reach,
      from: week.monday,
      until: week.sunday,
      limit: 40,
    }),
    actor.locale,
    today,
  );
  return {
    monday: week.monday,
    sunday: week.sunday,
    previous: week.previous,
    next: week.next,
    days: week.days.map((day) => ({
      day,
      sessions: sessions.filter((session) => session.day === day),
      due: due.filter((task) => task.due === day),
    })),
    hours: sessions.reduce((total, { hours }) => total + hours, 0),
  };
}
