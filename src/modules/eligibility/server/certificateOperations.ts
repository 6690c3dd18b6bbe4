import { z } from 'zod';
import { id, maybe } from '#shared/inputs.ts';
import { locales, type Locale } from '#shared/localised.ts';
import type { Db } from '#platform/server/database/pool.ts';
import type { Download } from '#platform/server/door.ts';
import { notFound } from '#platform/server/errors.ts';
import { query } from '#platform/server/operation.ts';
import { readPeople } from '#platform/server/people.ts';
import { readProgramme } from '#modules/programmes/index.server.ts';
import { namedFiles } from '#modules/timeline/index.server.ts';
import { trajectoryHandle, type TrajectoryHandle } from '#modules/trajectories/index.server.ts';
import { renderCertificate } from '../documents/certificate.ts';
import { certificateName, certificateOf, type Certified } from './certificate.ts';
import { readEnterpriseNumber } from './enterpriseStore.ts';
import './permissions.ts';
import { readDecisions } from './store.ts';

/** One decision as tagged PDF with a check code, in the language that is asked or else the enterprise's. */
export const printDecision = query({
  name: 'eligibility.printDecision',
  input: z.object({ trajectory: id(), decision: maybe(id()), language: maybe(z.enum(locales)) }),
  on: trajectoryHandle,
  needs: 'eligibility.read',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, input, db }): Promise<Download> {
    const certified = await certifiedDecision(db, trajectory, input.decision);
    if (!certified) throw notFound();
    return printed(certified, input.language ?? trajectory.enterpriseLocale);
  },
});

/** The certificate of the decision that counts, in the enterprise's language; undefined while there is none. */
export async function printedCertificate(db: Db, trajectory: TrajectoryHandle): Promise<Download | undefined> {
  const certified = await certifiedDecision(db, trajectory, undefined);
  return certified && printed(certified, trajectory.enterpriseLocale);
}

async function printed(certified: Certified, locale: Locale): Promise<Download> {
  const bytes = await renderCertificate(certificateOf(certified, locale), locale);
  return { name: certificateName(certified, locale), mediaType: 'application/pdf', bytes };
}

/** All that a certificate says; without an id of the decision that counts. */
async function certifiedDecision(
  db: Db,
  trajectory: TrajectoryHandle,
  decision: string | undefined,
): Promise<Certified | undefined> {
  const decisions = await readDecisions(db, trajectory.id);
  const at = decision === undefined ? 0 : decisions.findIndex((one) => one.id === decision);
  const frozen = decisions[at];
  if (!frozen) return undefined;
  const programme = (await readProgramme(db, trajectory.programme))!;
  const files = await namedFiles(
    db,
    (frozen.facts.provenance?.files ?? []).map(({ attachment }) => attachment),
  );
  const people = await readPeople(db, frozen.decidedBy ? [frozen.decidedBy] : []);
  return {
    frozen,
    enterprise: { name: trajectory.enterpriseName, number: await readEnterpriseNumber(db, trajectory.enterprise) },
    programme: programme.name,
    lots: programme.lots,
    decidedBy: (frozen.decidedBy && people.get(frozen.decidedBy)?.name) || '',
    supersededAt: decisions[at - 1]?.decidedAt,
    fileNames: new Map(files.map((file) => [file.id, file.name])),
  };
}
