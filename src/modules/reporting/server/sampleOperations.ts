import { grantsFor } from '#platform/server/actor.ts';
import type { Download } from '#platform/server/door.ts';
import { command, nothing, query } from '#platform/server/operation.ts';
import { sha256 } from '#platform/server/sealing.ts';
import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import { trajectoryHandle } from '#modules/trajectories/index.server.ts';
import { DrawSampleInput, TakeFileInput } from '../inputs.ts';
import type { SampleView } from '../rules/homeViews.ts';
import { auditFile } from './auditFile.ts';
import { lotFacts } from './homeStore.ts';
import './permissions.ts';
import { programmesOf, reachOf } from './reach.ts';
import { drawSample } from './sampleStore.ts';
import { inLocale } from './shown.ts';

const usualSize = 10;

/** A sample of files that anybody with the same seed draws again: who is in it is nobody's choice. */
export const drawSampleOfFiles = query({
  name: 'reporting.drawSample',
  input: DrawSampleInput,
  on: nothing,
  needs: 'reporting.sample',
  example: () => ({ seed: 'voorbeeld', size: 2 }),
  async run({ db, actor, input, today }): Promise<SampleView> {
    const grants = grantsFor(actor, 'reporting.sample');
    const lots = await lotFacts(db, { programmes: programmesOf(grants) });
    const asked = input.seed
      ? { seed: input.seed, size: input.size ?? usualSize, lot: input.lot ?? null, until: input.until ?? today }
      : null;
    const rows = asked ? await drawSample(db, reachOf(grants), asked) : [];
    return {
      asked,
      population: rows[0]?.population ?? 0,
      files: rows.map(({ population: _population, enterpriseNumber, ...row }) => ({
        ...row,
        enterpriseNumber: formatEnterpriseNumber(enterpriseNumber),
      })),
      lots: lots.map(({ id, number, name }) => ({ id, number, name: inLocale(name, actor.locale)! })),
      today,
    };
  },
});

/** Everything of one trajectory as a zip: documents, sealed words, decisions, sessions, trail, and a manifest over them. */
export const takeFile = command({
  name: 'reporting.takeFile',
  input: TakeFileInput,
  on: trajectoryHandle,
  needs: 'reporting.sample',
  // A whole file is not kept under a key of somebody's choosing.
  secretResult: true,
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({
    trajectory,
    db,
    actor,
    now,
    beyond,
  }): Promise<Download & { readonly sha256: string; readonly files: number }> {
    const { bytes, files } = await auditFile({ db, actor, now, beyond }, trajectory);
    const place = trajectory.enterpriseName
      .normalize('NFD')
      .replace(/[^\w]+/gu, '-')
      .replace(/^-|-$/gu, '');
    return {
      name: `dossier-${place}-${trajectory.id.slice(-6)}.zip`,
      mediaType: 'application/zip',
      bytes,
      sha256: sha256(bytes),
      files,
    };
  },
  // Who took a copy of what, so that it can be found back when somebody is erased.
  audit: (input, result) => ({
    subject: { kind: 'trajectory', id: input.trajectory },
    details: { sha256: result.sha256, files: result.files },
  }),
});
