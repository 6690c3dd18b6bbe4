import { locales, type Localised } from '#shared/localised.ts';
import { competentiechecks2023 } from '#modules/programmes/index.ts';
import { decideEligibility, type EligibilityDecision } from '../rules/decideEligibility.ts';
import { roomLater } from '../rules/deMinimis.ts';
import type { EligibilityFacts } from '../rules/facts.ts';
import type { GroupSize } from '../rules/group/sizeOfGroup.ts';
import type { Role } from '../rules/group/roles.ts';
import { yearsAlone } from '../rules/smeCondition.ts';
import type { YearFigures } from '../rules/sizeClass.ts';
import { roleSources, sourceOf } from '../rules/legalSources.ts';
import { reasonText, roleText } from '../text/index.ts';
import { readCase } from './readCase.ts';

const programmes = [competentiechecks2023];
const euro = (cents: number | undefined): number | null => (cents === undefined ? null : cents / 100);
const inAll = (write: (locale: (typeof locales)[number]) => string): Localised =>
  Object.fromEntries(locales.map((locale) => [locale, write(locale)])) as Localised;

export type CaseAnswer = ReturnType<typeof answerFacts>;

/**
 * The decision on a case, as plain JSON: amounts in euro, shares in percent, what is not known `null`. Pure: the same case
 * always gives the same answer.
 * @throws CaseRefusal for what cannot be decided on
 */
export function answerCase(json: unknown): CaseAnswer {
  const { facts, programme } = readCase(json, programmes);
  return answerFacts(facts, decideEligibility(facts, programme));
}

/** A decision in the shape of the command line. */
export function answerFacts(facts: EligibilityFacts, decision: EligibilityDecision) {
  return {
    outcome: decision.outcome,
    conditions: decision.conditions,
    sme: decision.size ? smeOf(facts, decision) : null,
    deMinimis: decision.deMinimis ? aidOf(facts, decision.deMinimis) : null,
    lot: lotOf(decision.lot),
    reasons: decision.reasons.map(({ code, weight, facts: figures }) => ({
      code,
      weight,
      facts: figures,
      text: inAll((locale) => reasonText({ code, facts: figures }, locale)),
      source: sourceOf(code, decision.deMinimis?.regulation),
    })),
    rules: { version: decision.ruleVersion },
  };
}

function smeOf(facts: EligibilityFacts, { size, group }: EligibilityDecision) {
  const isPublic = group ? group.publicHolding.tooMuch : facts.publicHolding25 === true;
  const years: readonly YearFigures[] = group?.years ?? yearsAlone(facts);
  const newest = years.at(-1);
  const named = (found: string | undefined) => (found === 'notSme' ? 'large' : (found ?? null));
  return {
    class: isPublic ? 'large' : named(size!.class),
    isSme: isPublic ? false : (size!.isSme ?? null),
    autonomous: isPublic ? false : (group?.autonomous ?? facts.standAlone ?? null),
    totals: {
      headcount: newest?.headcount ?? null,
      turnover: euro(newest?.turnoverCents),
      balance: euro(newest?.balanceCents),
    },
    linked: group?.linked.map((id) => ({ id, share: 100 })) ?? [],
    partners: group?.partners ?? [],
    twoYearRule: size!.twoYearRuleApplied,
    years: years.map((year, at) => ({
      year: year.year,
      class: named(size!.years[at]?.class),
      headcount: year.headcount ?? null,
      turnover: euro(year.turnoverCents),
      balance: euro(year.balanceCents),
    })),
    publicHolding: group ? { share: group.publicHolding.share, holders: group.publicHolding.holders } : null,
    enterprises: group ? explained(group) : [],
  };
}

/** Every entry of the graph with its role, its share, the way to it, and why. */
function explained({ roles }: GroupSize) {
  const byId = new Map(roles.map((role) => [role.id, role]));
  return roles.map(({ id, role, rule, share, via }) => ({
    id,
    role,
    share,
    path: pathTo(id, via, byId),
    rule,
    text: inAll((locale) => roleText(rule, locale)),
    source: roleSources[rule],
  }));
}

/** From the enterprise to the entry; empty when there is no way. */
function pathTo(id: string, via: string | undefined, byId: ReadonlyMap<string, Role>): readonly string[] {
  const path = [id];
  for (let at = via; at !== undefined && path.length <= byId.size; at = byId.get(at)?.via) path.push(at);
  return byId.get(path.at(-1)!)?.role === 'subject' ? path.reverse() : [];
}

function aidOf(facts: EligibilityFacts, aid: NonNullable<EligibilityDecision['deMinimis']>) {
  return {
    regulation: aid.regulation,
    ceiling: euro(aid.ceilingCents),
    used: euro(aid.usedCents),
    room: euro(aid.roomCents),
    grant: euro(aid.grantCents),
    allowed: aid.allowed ?? null,
    window: aid.window,
    undertaking: aid.undertaking ?? [],
    together: (aid.together ?? []).map(({ regulation, ceilingCents, usedCents, roomCents, window }) => ({
      regulation,
      ceiling: euro(ceilingCents),
      used: euro(usedCents),
      room: euro(roomCents),
      window,
    })),
    /** From these days on there is more room, or less. */
    later: roomLater(facts).map(({ date, roomCents }) => ({ date, room: euro(roomCents) })),
  };
}

function lotOf(lot: EligibilityDecision['lot']) {
  return {
    number: lot.lot ?? null,
    because: lot.lot === undefined ? null : lot.because.join(', '),
    contested: lot.contested,
    shares: lot.shares.map(({ lot: number, committees, workers, providers }) => ({
      number,
      committees,
      workers: workers ?? null,
      providers,
    })),
  };
}
