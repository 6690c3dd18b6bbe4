import { command } from '#platform/server/operation.ts';
import { EditConflict } from '#platform/server/errors.ts';
import { newId } from '#platform/server/ids.ts';
import { mergeEdits, sameJson, takeMine, type Json } from '#shared/mergeEdits.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { PartsInput } from '../inputs.ts';
import { insist } from './facts.ts';
import { trajectoryHandle } from './handle.ts';
import { keepPartsVersion, partsVersion, readParts, readPartsVersion, writeParts, type PartRow } from './partStore.ts';
import { personOf } from './reader.ts';

/** The sites or institutes that take part, all at once, merged with what others saved since the form was opened. */
export const saveParts = command({
  name: 'trajectories.saveParts',
  input: PartsInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({ trajectory: world['trajectory']!, version: 0, parts: [{ name: 'Vestiging Noord' }] }),
  async run({ trajectory, input, db, actor, now, today }) {
    await insist(db, trajectory, 'addPart', today);
    const by = personOf(actor);
    const current = await readParts(db, trajectory.id);
    const version = await partsVersion(db, trajectory.id);
    // An id that is none of ours would take a site from another trajectory: it becomes a site of its own.
    const ours = new Set([
      ...current.map(({ id }) => id),
      ...((await readPartsVersion(db, trajectory.id, input.version)) ?? []).map(({ id }) => id),
    ]);
    const mine = input.parts.map((part): PartRow => ({
      ...part,
      id: part.id && ours.has(part.id) ? part.id : newId(),
    }));
    const parts = await merged(db, trajectory.id, { version: input.version, mine }, { version, parts: current });
    if (sameJson(parts as unknown as Json, current as unknown as Json)) return { parts: current.length, version };
    if (version === 0) await keepPartsVersion(db, trajectory.id, 0, { parts: current, by, at: now });
    await writeParts(db, trajectory.id, parts);
    const saved = await readParts(db, trajectory.id);
    await keepPartsVersion(db, trajectory.id, version + 1, { parts: saved, by, at: now });
    return { parts: saved.length, version: version + 1 };
  },
  audit: (input, result) => ({
    subject: { kind: 'trajectory', id: input.trajectory },
    fields: ['parts'],
    details: { parts: result.parts, version: result.version },
  }),
});

/** @throws EditConflict with the merged sites, one's own values standing, so that saving again keeps them knowingly. */
async function merged(
  db: Db,
  trajectory: string,
  typed: { readonly version: number; readonly mine: readonly PartRow[] },
  current: { readonly version: number; readonly parts: readonly PartRow[] },
): Promise<readonly PartRow[]> {
  if (typed.version === current.version) return typed.mine;
  const base = (await readPartsVersion(db, trajectory, typed.version)) ?? [];
  const { merged: both, conflicts } = mergeEdits(base, typed.mine, current.parts);
  if (conflicts.length === 0) return both;
  throw new EditConflict({ version: current.version, parts: conflicts.reduce(takeMine, both) }, conflicts);
}
