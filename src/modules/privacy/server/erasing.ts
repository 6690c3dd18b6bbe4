import { dayInBrussels, type PlainDate } from '#shared/dates.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { eraseValues, readPerson } from '#platform/server/people.ts';
import { erasureBlocks, erasureSteps, type ErasureBlock } from '#platform/server/personalData.ts';
import { maskOf, patternOf } from '../rules/personValues.ts';
import { activeHold } from './holdStore.ts';
import { placesOf } from './placeStore.ts';
import { takeRows, takeWordsOut } from './recordStore.ts';

/** For somebody of whom nothing is known to look for. */
const fitsNothing = '\\A\\Z.';

/** What must be settled before somebody can be erased. Needs the system's sight. */
export async function blocksOf(db: Db, person: string, today: PlainDate): Promise<ErasureBlock[]> {
  const values = await readPerson(db, person);
  if (!values || values.erased) return [];
  const question = { person, places: await placesOf(db, person), mask: maskOf(values), today };
  const found: ErasureBlock[] = [];
  for (const blocks of erasureBlocks()) found.push(...(await blocks(db, question)));
  const hold = await activeHold(db, person, today);
  if (hold) found.push({ textKey: 'privacy:block.held', parameters: { reason: hold.reason }, link: null });
  return found;
}

/**
 * Erases somebody: their values are taken out of what others wrote in the places where they played a part, their own rows go or are
 * emptied, and their key is destroyed, so that whatever was sealed under it opens for nobody. Their id stays where it says who
 * did something, and leads to nobody. Gives in how many texts a value stood. Needs the system's sight; who is erased already
 * stays so.
 */
export async function erase(db: Db, person: string, now: Date): Promise<{ texts: number }> {
  const values = await readPerson(db, person);
  if (!values || values.erased) return { texts: 0 };
  const places = await placesOf(db, person);
  const pattern = patternOf(values);
  const erasure = {
    person,
    places,
    pattern: pattern ?? fitsNothing,
    mask: maskOf(values),
    now,
    today: dayInBrussels(now),
  };
  for (const step of erasureSteps()) await step(db, erasure);
  const texts = pattern ? await takeWordsOut(db, pattern, places) : 0;
  await takeRows(db, person);
  await eraseValues(db, person, now);
  return { texts };
}
