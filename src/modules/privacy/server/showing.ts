import type { PlainDate } from '#shared/dates.ts';
import type { Locale } from '#shared/localised.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { notFound } from '#platform/server/errors.ts';
import { readPerson } from '#platform/server/people.ts';
import { personalTables } from '#platform/server/personalData.ts';
import { translate } from '#platform/server/translate.ts';
import { fateOf } from '../rules/fates.ts';
import { whenItGoes } from '../rules/retention.ts';
import { recordKinds } from '#shared/recordKinds.ts';
import type { PersonDataView } from '../rules/views.ts';
import '../text/index.ts';
import { blocksOf } from './erasing.ts';
import { factsOf } from './factStore.ts';
import { activeHold } from './holdStore.ts';
import { countRows } from './recordStore.ts';

/** What is kept about somebody and what erasing them would do. Needs the system's sight. */
export async function showPerson(
  db: Db,
  { person, locale, recent, today }: { person: string; locale: Locale; recent: boolean; today: PlainDate },
): Promise<PersonDataView> {
  const values = await readPerson(db, person);
  if (!values) throw notFound();
  const counts = new Map((await countRows(db, person)).map(({ name, rows }) => [name, rows]));
  const kept = (await factsOf(db, { person }))[0];
  const hold = await activeHold(db, person, today);
  const blocks = values.erased ? [] : await blocksOf(db, person, today);
  return {
    person: {
      id: person,
      name: values.name,
      email: values.email ?? '',
      phone: values.phone ?? '',
      locale: values.locale,
      erased: values.erased,
      account: kept?.account ?? false,
    },
    kinds: recordKinds.map((kind) => {
      const tables = personalTables().filter((table) => table.kind === kind);
      return { kind, rows: tables.reduce((sum, { table }) => sum + (counts.get(table) ?? 0), 0), fate: fateOf(tables) };
    }),
    going: kept ? whenItGoes(kept.facts) : { on: null, because: 'running' },
    hold: hold ?? null,
    blocks: blocks.map(({ textKey, parameters, link }) => ({ text: translate(textKey, locale, parameters), link })),
    recent,
  };
}
