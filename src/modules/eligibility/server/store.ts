import sql from 'sql-template-tag';
import { canonicalJson } from '#shared/canonicalJson.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import { sha256 } from '#platform/server/sealing.ts';
import type { EligibilityDetails } from '../inputs.ts';
import type { EligibilityDecision, EligibilityProgramme } from '../rules/decideEligibility.ts';
import type { EligibilityFacts } from '../rules/facts.ts';

/** A decision as it was frozen. */
export interface FrozenDecision {
  readonly id: string;
  readonly seq: number;
  readonly outcome: EligibilityDecision['outcome'];
  readonly facts: EligibilityFacts;
  readonly decision: EligibilityDecision;
  readonly ruleVersion: string;
  readonly hash: string;
  /** The fingerprint of this decision, on its certificate. */
  readonly seal: string;
  readonly checkCode: string;
  /** Last day on which it can be relied on; null when nothing was decided yet. */
  readonly validUntil: PlainDate | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date;
  readonly whyAgain: string | null;
}

/** All decisions on one trajectory, the one that counts first. */
export function readDecisions(db: Db, trajectory: string): Promise<FrozenDecision[]> {
  return db.many(sql`select id, seq, outcome, facts, decision, rule_version as "ruleVersion", hash, seal_hash as seal, check_code as "checkCode", valid_until as "validUntil", decided_by as "decidedBy", decided_at as "decidedAt", why_again as "whyAgain"
    from eligibility_decisions where trajectory_id = ${trajectory} order by seq desc`);
}

/** One decision on a trajectory, with what the programme asked for then; that is null for one of before it was kept. */
export function readDecision(
  db: Db,
  trajectory: string,
  decision: string,
): Promise<(FrozenDecision & { readonly programmeRules: EligibilityProgramme | null }) | undefined> {
  return db.maybe(sql`select id, seq, outcome, facts, decision, rule_version as "ruleVersion", hash, decided_by as "decidedBy", decided_at as "decidedAt",
      why_again as "whyAgain", definition as "programmeRules"
    from eligibility_decisions where trajectory_id = ${trajectory} and id = ${decision}`);
}

/** What the hash of a decision covers. */
export function hashOfDecision(facts: EligibilityFacts, decision: EligibilityDecision): string {
  return sha256(canonicalJson({ facts, decision }));
}

export async function freezeDecision(
  db: Db,
  trajectory: string,
  frozen: {
    facts: EligibilityFacts;
    decision: EligibilityDecision;
    programme: EligibilityProgramme;
    by: string | null;
    at: Date;
    whyAgain: string | null;
  },
): Promise<{ id: string; hash: string }> {
  const id = newId();
  const hash = hashOfDecision(frozen.facts, frozen.decision);
  const { lots, funds, auxiliaryCommittees, conditions } = frozen.programme;
  const rules: EligibilityProgramme = { lots, funds, auxiliaryCommittees, conditions };
  await db.run(sql`insert into eligibility_decisions (id, trajectory_id, seq, outcome, facts, decision, rule_version, hash, decided_by, decided_at, why_again, definition)
    select ${id}, ${trajectory}, coalesce(max(seq), 0) + 1, ${frozen.decision.outcome}, ${JSON.stringify(frozen.facts)}, ${JSON.stringify(frozen.decision)},
      ${frozen.decision.ruleVersion}, ${hash}, ${frozen.by}, ${frozen.at}, ${frozen.whyAgain}, ${JSON.stringify(rules)} from eligibility_decisions where trajectory_id = ${trajectory}`);
  return { id, hash };
}

export interface KnownEnterprise {
  readonly organisationKind: EligibilityDetails['organisationKind'];
  readonly careKind: EligibilityDetails['careKind'] | null;
  readonly jointCommittees: EligibilityDetails['jointCommittees'];
  readonly workers: number | null;
  readonly sectorCode: string | null;
  readonly number: string;
}

export function readKnownEnterprise(db: Db, enterprise: string): Promise<KnownEnterprise> {
  return db.one(
    sql`select organisation_kind as "organisationKind", care_kind as "careKind", joint_committees as "jointCommittees", workers, sector_code as "sectorCode", number from enterprises where id = ${enterprise}`,
  );
}

/** What the decision found out about the enterprise is not asked again elsewhere. */
export async function noteOnEnterprise(
  db: Db,
  enterprise: string,
  details: Pick<EligibilityDetails, 'organisationKind' | 'careKind' | 'jointCommittees'>,
): Promise<void> {
  await db.run(
    sql`update enterprises set organisation_kind = ${details.organisationKind}, care_kind = ${details.careKind ?? null}, joint_committees = ${JSON.stringify(details.jointCommittees)}, version = version + 1 where id = ${enterprise}`,
  );
}
