import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import type { Download } from '#platform/server/door.ts';
import type { Context } from '#platform/server/operation.ts';
import { sha256 } from '#platform/server/sealing.ts';
import { PdfUnavailable } from '#platform/documents/server/pdf.ts';
import type { EligibilityFacts } from '#modules/eligibility/index.ts';
import { printedCertificate } from '#modules/eligibility/index.server.ts';
import { namedFiles } from '#modules/timeline/index.server.ts';
import { printedActionPlan, printedPlan, type TrajectoryHandle } from '#modules/trajectories/index.server.ts';
import { manifestOf } from '../rules/sample.ts';
import { fileIndex } from './auditFileIndex.ts';
import { caseOf, everythingOf, trailOf } from './sampleStore.ts';

interface Work {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Date;
  readonly beyond: Context<unknown>['beyond'];
}

interface Part {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const json = (path: string, content: unknown): Part => ({
  path,
  bytes: strToU8(`${JSON.stringify(content, null, 2)}\n`),
});

/** A document, or nothing where there is none or this computer makes no PDF: the index says which ones are there. */
async function document(path: string, print: () => Promise<Download | undefined>): Promise<Part[]> {
  try {
    const made = await print();
    return made ? [{ path, bytes: made.bytes }] : [];
  } catch (problem) {
    if (problem instanceof PdfUnavailable) return [];
    throw problem;
  }
}

/** The files that are frozen with decisions, each once, by the beginning of its hash; one that is gone is named in the decisions alone. */
async function evidence(db: Db, decisions: readonly Readonly<Record<string, unknown>>[]): Promise<Part[]> {
  const frozen = decisions.flatMap((row) => (row['facts'] as EligibilityFacts).provenance?.files ?? []);
  const hashes = new Map(frozen.map(({ attachment, sha256: hash }) => [attachment, hash]));
  const files = await namedFiles(db, [...hashes.keys()], { bytes: true });
  return files.flatMap(({ id, name, bytes }) =>
    bytes ? [{ path: `decisions/evidence/${hashes.get(id)!.slice(0, 12)}-${name}`, bytes }] : [],
  );
}

/**
 * Everything that is kept of a trajectory, in one zip: PDFs to read, the rows as JSON to compute with, an index to start
 * from, and `manifest.sha256` over all of it. People stand in the JSON by id; their names only in the PDFs.
 */
export async function auditFile(
  { db, actor, now, beyond }: Work,
  trajectory: TrajectoryHandle,
): Promise<{ bytes: Uint8Array; files: number }> {
  const facts = await caseOf(db, trajectory.id);
  const all = await everythingOf(db, trajectory.id);
  const trail = await beyond(
    'the chain over the trail is the system’s; only the links of this trajectory are told',
    () => trailOf(db, trajectory.id),
  );
  const parts: Part[] = [
    ...(await document('documents/plan-of-approach.pdf', () => printedPlan(db, trajectory, actor))),
    ...(await document('documents/eligibility-certificate.pdf', () => printedCertificate(db, trajectory))),
    ...(await document('documents/action-plan.pdf', () => printedActionPlan({ db, beyond }, trajectory))),
    json('case.json', facts),
    json('sealed/documents.json', all.documents),
    json('sealed/confirmations.json', all.document_confirmations),
    json('decisions/eligibility.json', all.eligibility_decisions),
    json('decisions/evidence.json', all.eligibility_evidence),
    ...(await evidence(db, all.eligibility_decisions)),
    json('decisions/bookkeeper-requests.json', all.bookkeeper_requests),
    json('decisions/bookkeeper-answers.json', all.bookkeeper_answers),
    json('decisions/agreement.json', all.agreements),
    json('decisions/aid-declarations.json', all.aid_declarations),
    json('decisions/aid-ledger.json', all.aid_entries),
    json('decisions/plan-submissions.json', all.plan_submissions),
    json('decisions/plan-verdicts.json', all.plan_verdicts),
    json('course/intake.json', all.intakes),
    json('course/intake-versions.json', all.intake_versions),
    json('course/staff-informed.json', all.staff_informed),
    json('course/parts.json', all.trajectory_parts),
    json('course/guides.json', all.trajectory_guides),
    json('course/sessions.json', all.guidance_sessions),
    json('course/session-versions.json', all.guidance_session_versions),
    json('course/plan-versions.json', all.plan_versions),
    json('course/action-plan-versions.json', all.action_plan_versions),
    json('course/objections.json', all.action_plan_objections),
    json('course/follow-ups.json', all.follow_ups),
    json('trail/timeline.json', all.timeline_entries),
    json('trail/audit.json', trail),
  ];
  const index: Part = {
    path: 'index.html',
    bytes: strToU8(fileIndex({ trajectory, all, trail, paths: parts.map(({ path }) => path), now }, actor.locale)),
  };
  const whole = [...parts, index].map((part) => ({ ...part, sha256: sha256(part.bytes) }));
  const zipped: Zippable = Object.fromEntries(whole.map(({ path, bytes }) => [path, [bytes, { mtime: now }]]));
  zipped['manifest.sha256'] = [strToU8(manifestOf(whole)), { mtime: now }];
  return { bytes: zipSync(zipped, { level: 6 }), files: whole.length };
}
