import { z } from 'zod';
import { id } from '#shared/inputs.ts';
import { keepAttachment, namedFiles } from '#modules/timeline/index.server.ts';
import { sentFile } from '#modules/timeline/index.ts';
import { placeOf, trajectoryHandle } from '#modules/trajectories/index.server.ts';
import { forbidden, notFound, notNow } from '#platform/server/errors.ts';
import { command, mayOn, query } from '#platform/server/operation.ts';
import { evidenceKinds } from '../rules/provenance.ts';
import type { EvidenceView } from '../rules/evidenceView.ts';
import { addEvidenceRow, readEvidenceRows, takeOffRow } from './evidenceStore.ts';
import './permissions.ts';
import { stillDecides } from './stillDecides.ts';
import { readDecisions } from './store.ts';

const nothingThere = '00000000-0000-7000-8000-000000000000';

/** The files that prove what is filled in: those for the next decision, and those of each earlier one. */
export const readEvidence = query({
  name: 'eligibility.readEvidence',
  input: z.object({ trajectory: id() }),
  on: trajectoryHandle,
  needs: 'eligibility.read',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, db, actor, today }): Promise<EvidenceView> {
    const next = await readEvidenceRows(db, trajectory.id);
    const decisions = (await readDecisions(db, trajectory.id)).flatMap(({ id: decision, facts }) =>
      facts.provenance?.files.length ? [{ decision, on: facts.date, files: facts.provenance.files }] : [],
    );
    const all = [...next, ...decisions.flatMap(({ files }) => files)].map(({ attachment }) => attachment);
    const names = new Map((await namedFiles(db, [...new Set(all)])).map((file) => [file.id, file.name]));
    const named = <File extends { readonly attachment: string }>(file: File) => ({
      ...file,
      name: names.get(file.attachment) ?? '–',
    });
    return {
      trajectory: { id: trajectory.id, enterprise: trajectory.enterprise, enterpriseName: trajectory.enterpriseName },
      next: next.map(named),
      frozen: decisions.map(({ files, ...decision }) => ({ ...decision, files: files.map(named) })),
      mayAdd: mayOn(actor, 'eligibility.askFigures', trajectory),
      open: await stillDecides(db, trajectory, today),
    };
  },
});

/** Adds a file to the timeline of the enterprise and lays it beside the next decision. */
export const addEvidence = command({
  name: 'eligibility.addEvidence',
  input: z.object({ trajectory: id(), kind: z.enum(evidenceKinds, 'error.choice'), file: sentFile }),
  on: trajectoryHandle,
  needs: 'eligibility.askFigures',
  example: (world) => ({
    trajectory: world['trajectory.eligibility'] ?? world['trajectory']!,
    kind: 'annual_accounts',
    file: { name: 'jaarrekening.txt', content: Buffer.from('Omzet en balans.').toString('base64') },
  }),
  async run({ trajectory, input, db, actor, now, today, effects }) {
    if (actor.kind !== 'person') throw forbidden();
    if (!(await stillDecides(db, trajectory, today))) throw notNow('eligibility:evidence.tooLate');
    const kept = await keepAttachment(db, effects, {
      place: placeOf(trajectory),
      file: input.file,
      by: actor.id,
      officeOnly: false,
      now,
      today,
    });
    const evidence = await addEvidenceRow(db, {
      trajectory: trajectory.id,
      attachment: kept.attachment,
      kind: input.kind,
      by: actor.id,
      at: now,
    });
    return { evidence, attachment: kept.attachment, sha256: kept.sha256 };
  },
  audit: (input, { evidence, sha256 }) => ({
    subject: { kind: 'evidence', id: evidence },
    fields: ['file'],
    details: { kind: input.kind, sha256 },
    hashesInput: false,
  }),
});

/** The file is not part of the next decision; it stays on the timeline, and with the decisions that it belongs to. */
export const takeOffEvidence = command({
  name: 'eligibility.takeOffEvidence',
  input: z.object({ trajectory: id(), evidence: id() }),
  on: trajectoryHandle,
  needs: 'eligibility.askFigures',
  example: (world) => ({ trajectory: world['trajectory']!, evidence: nothingThere }),
  async run({ trajectory, input, db, now }) {
    if ((await takeOffRow(db, trajectory.id, input.evidence, now)) === 0) throw notFound();
    return { evidence: input.evidence };
  },
  audit: (input) => ({ subject: { kind: 'evidence', id: input.evidence }, fields: ['takenOff'] }),
});
