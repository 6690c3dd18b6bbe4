import ical, { ICalEventTransparency } from 'ical-generator';
import { datedSessions, datedTasks, type DatedFact } from '#modules/reporting/index.server.ts';
import { reportingTexts } from '#modules/reporting/index.ts';
import { config } from '#platform/server/config.ts';
import type { Db } from '#platform/server/database/pool.ts';
import type { Grant } from '#platform/server/permissions.ts';
import { sha256 } from '#platform/server/sealing.ts';
import { textFor } from '#platform/text/index.ts';
import { addDays, type PlainDate } from '#shared/dates.ts';
import type { Locale } from '#shared/localised.ts';
import { daysBack, eventTitle, mostItems, type CalendarItem } from '../rules/calendar.ts';
import { texts } from '../text/index.ts';

export interface CalendarFor {
  readonly person: string;
  readonly grants: readonly Grant[];
  readonly locale: Locale;
  readonly names: boolean;
  readonly today: PlainDate;
}

const asItem =
  (kind: 'task' | 'session') =>
  ({ id, group, day, enterpriseName, link, revision, changedAt }: DatedFact): CalendarItem => ({
    uid: `${kind}-${id}@krachtlijn`,
    day,
    group,
    enterpriseName,
    link,
    revision,
    changedAt,
  });

/** What has a day for somebody: talks to have, contacts to make, deadlines, sessions they give. */
async function itemsFor(db: Db, { person, grants, today }: CalendarFor): Promise<CalendarItem[]> {
  const from = addDays(today, -daysBack);
  const tasks = await datedTasks(db, { person, grants }, from, mostItems);
  const sessions = await datedSessions(db, person, today, mostItems);
  return [...tasks.map(asItem('task')), ...sessions.map(asItem('session'))];
}

/**
 * A calendar as a file (RFC 5545). Everything lasts a whole day, written as a day and not as a moment: no time zone can move it. The same
 * facts give the same bytes, so that a program that has them already need not fetch them again.
 */
export async function calendarFile(db: Db, wanted: CalendarFor) {
  const t = textFor(texts, wanted.locale);
  const about = textFor(reportingTexts, wanted.locale);
  const calendar = ical({
    name: t('calendar.name'),
    prodId: { company: 'Krachtlijn', product: 'agenda', language: wanted.locale.toUpperCase() },
    ttl: 3600,
  });
  for (const item of await itemsFor(db, wanted))
    calendar.createEvent({
      id: item.uid,
      start: item.day,
      end: addDays(item.day, 1),
      allDay: true,
      summary: eventTitle(item, about(`taskKind.${item.group}` as 'taskKind.other'), wanted.names),
      sequence: item.revision,
      stamp: item.changedAt,
      lastModified: item.changedAt,
      url: `${config().publicUrl}${item.link}`,
      // A deadline takes no time: somebody stays free that day.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  const bytes = Buffer.from(calendar.toString(), 'utf8');
  return { name: 'krachtlijn.ics', mediaType: 'text/calendar; charset=utf-8', bytes, etag: `"${sha256(bytes)}"` };
}
