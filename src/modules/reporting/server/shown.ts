import type { Db } from '#platform/server/database/pool.ts';
import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Locale, Localised } from '#shared/localised.ts';
import { entryIcon } from '../rules/entryKinds.ts';
import { urgency } from '../rules/urgency.ts';
import type { Entry, ListedEnterprise, Task } from '../rules/views.ts';
import { sentencesOf } from './sentences.ts';
import type { EnterpriseRow, EntryRow, TaskRow } from './store.ts';

export async function shownTasks(db: Db, rows: readonly TaskRow[], locale: Locale, today: PlainDate): Promise<Task[]> {
  const sentences = await sentencesOf(db, rows, locale, 'reporting:unknown.task');
  return rows.map((row, at) => {
    const text = sentences[at]!;
    const name = row.enterpriseName;
    return {
      id: row.id,
      text,
      due: row.due,
      urgency: urgency(row.due, today),
      link: row.link,
      about: name && !text.includes(name) ? name : null,
      roles: row.roles,
      icon: entryIcon(row.kind),
    };
  });
}

export async function shownEntries(db: Db, rows: readonly EntryRow[], locale: Locale): Promise<Entry[]> {
  const sentences = await sentencesOf(db, rows, locale, 'reporting:unknown.entry');
  return rows.map((row, at) => ({
    id: row.id,
    text: sentences[at]!,
    day: row.day,
    link: row.link,
    icon: entryIcon(row.kind),
    officeOnly: row.officeOnly,
    enterprise: row.enterprise,
    about: row.enterpriseName,
  }));
}

export const listed = ({
  id,
  number,
  name,
  municipality,
  lotNumber,
  providerName,
  stage,
  lastActivity,
}: Omit<EnterpriseRow, 'lotName' | 'trajectory'>): ListedEnterprise => ({
  id,
  number: formatEnterpriseNumber(number),
  name,
  municipality,
  lotNumber,
  providerName,
  stage,
  lastActivity,
});

/** A name that data carries, in the page's language. */
export const inLocale = (name: Localised | null, locale: Locale): string | null =>
  name ? (name[locale] ?? name.nl) : null;
