import type { Db } from '#platform/server/database/pool.ts';
import { EditConflict, InvalidInput } from '#platform/server/errors.ts';
import { readPeople } from '#platform/server/people.ts';
import { mergeEdits, takeMine, type Json } from '#shared/mergeEdits.ts';
import type { PlanChoice } from '../planInputs.ts';

/** A document that several people write, as it stands. */
export interface Stored<Content> {
  readonly content: Content;
  readonly version: number;
  readonly changedBy: string | null;
  readonly changedAt: Date;
}

/** What stands in the way when two people wrote different things: the merged document, and from whom the other text is. */
export interface ConflictState<Content> {
  readonly version: number;
  readonly content: Content;
  readonly by: string;
  readonly at: Date;
}

/**
 * What somebody typed from `base`, merged with what others saved since.
 * @throws EditConflict where both wrote something else; `current` of the refusal comes from `show`.
 */
export async function mergeWithStored<Content>(
  db: Db,
  base: Content,
  mine: Content,
  stored: Stored<Content>,
  show: (state: ConflictState<Content>) => object = (state) => state,
): Promise<Content> {
  const { merged, conflicts } = mergeEdits(base, mine, stored.content);
  if (conflicts.length === 0) return merged;
  const people = await readPeople(db, stored.changedBy ? [stored.changedBy] : []);
  const by = (stored.changedBy && people.get(stored.changedBy)?.name) || '—';
  throw new EditConflict(show({ version: stored.version, content: merged, by, at: stored.changedAt }), conflicts);
}

/**
 * Puts one's own text back where it was chosen. What comes out is checked again by `remake`, since the choice came from
 * outside; it gives undefined when it is no such document any more.
 */
export function withChoices<Content>(
  content: Content,
  choices: readonly PlanChoice[],
  remake: (changed: unknown) => Content | undefined,
): Content {
  const wanted = choices.flatMap((choice, at) => (choice.take === 'mine' ? [{ ...choice, at }] : []));
  if (wanted.length === 0) return content;
  const refuse = (at: number) =>
    new InvalidInput([{ path: `choices.${at}.take`, textKey: 'error.format', parameters: {} }]);
  const changed = wanted.reduce((so, { path, mine, at }) => {
    try {
      return takeMine(so, { segments: path.split('.'), mine: mine === '' ? undefined : (JSON.parse(mine) as Json) });
    } catch {
      throw refuse(at);
    }
  }, content);
  const checked = remake(changed);
  if (checked === undefined) throw refuse(wanted[0]!.at);
  return checked;
}
