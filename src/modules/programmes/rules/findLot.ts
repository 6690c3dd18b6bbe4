import type { Decision, Reason } from '#shared/decision.ts';
import { fundFor } from './fundFor.ts';
import { lotOfCommittee } from './lotOfCommittee.ts';
import type { ProgrammeDefinition } from './programmeDefinition.ts';

export const lotRuleVersion = 'lot-1';

export interface CommitteeFact {
  /** As typed; `303.1` is `303.01`. */
  readonly number: string;
  /** Workers under this committee; undefined when not known. */
  readonly workers?: number | undefined;
}

export interface LotFacts {
  readonly jointCommittees: readonly CommitteeFact[];
  readonly isLocalAuthority: boolean;
  /** Service of a local authority: `childcare`, `home_care`, `elderly_care`, `other`; undefined when not known. */
  readonly careKind?: string | undefined;
}

/** What speaks for one lot. */
export interface LotShare {
  readonly lot: number;
  readonly committees: readonly string[];
  /** Undefined when the workers of one of its committees are not known. */
  readonly workers: number | undefined;
  /** Ids of the funds concerned. */
  readonly providers: readonly string[];
}

/**
 * `lot`: found. `conflict`: committees point to different lots and the workers do not decide. `unknown`: something is
 * missing. `none`: a local authority's service that the programme does not serve.
 */
export interface LotDecision extends Decision<'lot' | 'conflict' | 'unknown' | 'none'> {
  readonly lot: number | undefined;
  /** The committees that decided, or the care service. */
  readonly because: readonly string[];
  /** True when another lot is concerned too, even if the workers decide. */
  readonly contested: boolean;
  readonly shares: readonly LotShare[];
}

type Rules = Pick<ProgrammeDefinition, 'lots' | 'funds' | 'auxiliaryCommittees'>;

/**
 * Finds the lot of an organisation (DOMAIN §3, DESIGN: the rest lot takes what no other lot names). A local authority is
 * judged by its care service, everybody else by joint committees weighted by workers. An auxiliary committee (100, 200)
 * says nothing about the sector, so it decides only when it stands alone.
 */
export function findLot(programme: Rules, facts: LotFacts): LotDecision {
  return facts.isLocalAuthority ? ofLocalAuthority(programme, facts.careKind) : ofCommittees(programme, facts);
}

function ofLocalAuthority(programme: Rules, careKind: string | undefined): LotDecision {
  if (careKind === undefined) return answer('unknown', [reason('careKindMissing', 'missing')]);
  const lot = programme.lots.find((each) => each.localAuthorityCare.includes(careKind));
  if (!lot) return answer('none', [reason('careKindOutside', 'against', { care: careKind })]);
  const providers = [fundFor(programme, lot.number, { localAuthority: true }).fund.id];
  return answer('lot', [reason('lotByCare', 'for', { lot: lot.number, care: careKind })], {
    lot: lot.number,
    because: [careKind],
    shares: [{ lot: lot.number, committees: [], workers: undefined, providers }],
  });
}

function ofCommittees(programme: Rules, facts: LotFacts): LotDecision {
  const merged = mergeCommittees(facts.jointCommittees);
  const read = merged.map((fact) => ({ ...fact, found: lotOfCommittee(programme, fact.number) }));
  const unclear = read.filter(({ found }) => found.kind !== 'lot');
  const clear = read.flatMap(({ found, workers }) => (found.kind === 'lot' ? [{ ...found, workers }] : []));
  const own = clear.filter(({ number }) => !programme.auxiliaryCommittees.includes(number));
  const counted = own.length > 0 || unclear.length > 0 ? own : clear;

  const missing = unclear.map(({ found }) =>
    reason(found.kind === 'incomplete' ? 'committeeIncomplete' : 'committeeUnreadable', 'missing', {
      committee: found.number,
    }),
  );
  if (counted.length === 0)
    return answer('unknown', missing.length > 0 ? missing : [reason('committeeMissing', 'missing')]);

  const shares = sharesOf(programme, counted);
  const leading = leader(shares, unclear.length === 0 ? 0 : sum(unclear));
  const lots = shares.map(({ lot }) => lot).join(', ');
  if (leading) {
    const others = shares.filter((share) => share !== leading);
    const committees = leading.committees.join(', ');
    const rest = programme.lots.find((lot) => lot.number === leading.lot)?.rest === true;
    const reasons = [reason(rest ? 'lotRest' : 'lotByCommittee', 'for', { lot: leading.lot, committees })];
    if (others.length > 0) {
      const facts = { lot: leading.lot, others: others.map(({ lot }) => lot).join(', ') };
      reasons.push(reason('lotByMostWorkers', 'for', facts));
    }
    const because = leading.committees;
    return answer('lot', reasons, { lot: leading.lot, because, contested: others.length > 0, shares });
  }
  if (shares.length === 1) return answer('unknown', missing, { shares });
  const open = shares.some(({ workers }) => workers === undefined) || unclear.length > 0;
  const conflict = reason(open ? 'lotWorkersMissing' : 'lotTie', 'missing', { lots });
  return answer('conflict', [conflict, ...missing], { contested: true, shares });
}

/** The same committee named twice is one, with the workers added. */
function mergeCommittees(facts: readonly CommitteeFact[]): { number: string; workers: number | undefined }[] {
  const byNumber = new Map<string, number | undefined>();
  for (const { number, workers } of facts) {
    if (number.trim() === '') continue;
    const known = workers !== undefined && Number.isFinite(workers) && workers >= 0 ? workers : undefined;
    const before = byNumber.has(number) ? byNumber.get(number) : 0;
    byNumber.set(number, before === undefined || known === undefined ? undefined : before + known);
  }
  // Sorted, so that the order in which committees are named never shows in the answer.
  return [...byNumber].sort(([a], [b]) => (a < b ? -1 : 1)).map(([number, workers]) => ({ number, workers }));
}

function sharesOf(
  programme: Rules,
  committees: readonly { lot: number; number: string; workers: number | undefined }[],
): LotShare[] {
  const numbers = [...new Set(committees.map(({ lot }) => lot))].sort((a, b) => a - b);
  return numbers.map((lot) => {
    const mine = committees.filter((each) => each.lot === lot);
    const names = [...new Set(mine.map(({ number }) => number))].sort();
    const providers = new Set(names.map((committee) => fundFor(programme, lot, { committee }).fund.id));
    return { lot, committees: names, workers: sum(mine), providers: [...providers] };
  });
}

/** The lot that has most workers whatever the unclear committees turn out to be; undefined when that is not certain. */
function leader(shares: readonly LotShare[], unclearWorkers: number | undefined): LotShare | undefined {
  if (shares.length === 1 && unclearWorkers === 0) return shares[0];
  if (unclearWorkers === undefined) return undefined;
  return shares.find(
    (share) =>
      shares.every(
        (other) =>
          other === share ||
          (share.workers !== undefined &&
            other.workers !== undefined &&
            share.workers > other.workers + unclearWorkers),
      ) &&
      (shares.length > 1 || (share.workers !== undefined && share.workers > unclearWorkers)),
  );
}

function sum(parts: readonly { workers: number | undefined }[]): number | undefined {
  return parts.reduce<number | undefined>(
    (total, { workers }) => (total === undefined || workers === undefined ? undefined : total + workers),
    0,
  );
}

function reason(code: string, weight: Reason['weight'], facts: Reason['facts'] = {}): Reason {
  return { code, weight, facts };
}

function answer(
  outcome: LotDecision['outcome'],
  reasons: readonly Reason[],
  more: Partial<Pick<LotDecision, 'lot' | 'because' | 'contested' | 'shares'>> = {},
): LotDecision {
  return {
    outcome,
    reasons,
    ruleVersion: lotRuleVersion,
    lot: undefined,
    because: [],
    contested: false,
    shares: [],
    ...more,
  };
}
