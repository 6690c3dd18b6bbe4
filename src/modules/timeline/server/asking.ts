import type { EnterpriseHandle } from '#modules/enterprises/index.server.ts';
import { config } from '#platform/server/config.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { defineMail } from '#platform/server/mail.ts';
import type { Effects } from '#platform/server/operation.ts';
import { readPeople, type Person } from '#platform/server/people.ts';
import { closeTask, openTask, type Place } from '#platform/server/registries.ts';
import { texts } from '../text/index.ts';
import { addMention, readersOf, type ReaderRow } from './commentStore.ts';

defineMail('timeline', texts, 'mentioned');

const taskKind = 'timeline.mentioned';

/** Where somebody reads one line of the timeline with what was written beside it. */
export const talkLink = (enterprise: string, entry: string): string => `/enterprises/${enterprise}/comments/${entry}`;

export type Askable = ReaderRow & Pick<Person, 'id' | 'name'>;

/** Who can be asked to look, by name. Whoever works at the enterprise itself meets only those who work with it. */
export async function askable(
  db: Db,
  enterprise: EnterpriseHandle,
  me: string | undefined,
  {
    officeToo,
    beyond,
  }: { officeToo: boolean; beyond: <Result>(why: string, work: () => Promise<Result>) => Promise<Result> },
): Promise<Askable[]> {
  const readers = await beyond('who may see the enterprise can be asked to look; of their roles nothing is told', () =>
    readersOf(db, enterprise, { near: !officeToo }),
  );
  const people = await readPeople(
    db,
    readers.map(({ person }) => person),
  );
  return readers.flatMap((reader) => {
    const person = people.get(reader.person);
    return person && !person.erased && person.id !== me ? [{ ...reader, id: person.id, name: person.name }] : [];
  });
}

interface Asking {
  readonly place: Place & { readonly enterprise: string };
  readonly entry: string;
  readonly comment: string;
  readonly by: string;
  readonly now: Date;
}

/** Asks people to look: it waits for them, and a letter without a name or a word of it says so. Who was asked already is left alone. */
export async function askToLook(
  db: Db,
  effects: Effects,
  { place, entry, comment, by, now }: Asking,
  people: readonly string[],
): Promise<number> {
  const known = await readPeople(db, people);
  const link = `${talkLink(place.enterprise, entry)}#comment-${comment}`;
  let asked = 0;
  for (const person of people) {
    const mention = await addMention(db, { entry, comment, person, at: now });
    if (!mention) continue;
    asked += 1;
    await openTask(db, place, {
      kind: taskKind,
      subject: mention,
      roles: [],
      person,
      textKey: 'timeline:task.mentioned',
      parameters: { byPerson: by },
      link,
    });
    const { email, locale } = known.get(person) ?? {};
    if (email && locale)
      await effects.mail({
        to: person,
        template: 'timeline.mentioned',
        locale,
        secrets: { link: `${config().publicUrl}${link}` },
      });
  }
  return asked;
}

/** What waited for somebody because of a comment waits no longer. */
export async function noMoreAsking(db: Db, mentions: readonly string[]): Promise<void> {
  for (const mention of mentions) await closeTask(db, taskKind, mention);
}
