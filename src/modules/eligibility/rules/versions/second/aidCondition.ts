import type { Reason } from '#shared/decision.ts';
import { deMinimis, type DeMinimis } from './deMinimis.ts';
import type { EligibilityFacts } from './facts.ts';
import { euro, reason, type Verdict } from './verdict.ts';

/**
 * Is there room for the grant? Counted per single undertaking: for an enterprise that may belong to a group the aid of the
 * others is not known, so its own aid can say "too much" but not yet "enough room".
 */
export function judgeAid(facts: EligibilityFacts): { readonly verdict: Verdict; readonly aid: DeMinimis | undefined } {
  const aid = deMinimis(facts);
  const verdict = (holds: Verdict['holds'], reasons: readonly Reason[]): Verdict => ({
    condition: 'aid_room',
    holds,
    reasons,
  });
  if (!aid) {
    const { regulation } = facts.grant;
    return {
      aid,
      verdict: verdict('unknown', [
        reason('missing', 'regulationUnknown', { regulation: regulation ?? '–', date: facts.date }),
      ]),
    };
  }
  const figures = {
    used: euro(aid.usedCents),
    grant: aid.grantCents === undefined ? undefined : euro(aid.grantCents),
    ceiling: euro(aid.ceilingCents),
    room: euro(aid.roomCents),
    from: aid.window.from,
    to: aid.window.to,
  };
  const firstDay = aid.onFirstDay.map((date) =>
    reason(aid.allowed === false ? 'against' : 'for', 'aidOnFirstDay', { date }),
  );
  const around = aroundAid(aid);
  if (aid.allowed === false) {
    const own = aid.usedCents + (aid.grantCents ?? 0) > aid.ceilingCents;
    const code = aid.grantCents === undefined ? 'aidUsedUp' : 'aidOver';
    return {
      aid,
      verdict: verdict('no', [...(own ? [reason('against', code, figures)] : []), ...firstDay, ...around]),
    };
  }
  const missing = missingAid(facts, aid);
  if (missing.length > 0) return { aid, verdict: verdict('unknown', missing) };
  const within = [reason('for', 'aidWithin', figures), ...firstDay, ...around];
  if (facts.group !== undefined || facts.standAlone === true) return { aid, verdict: verdict('yes', within) };
  const ownership = reason('missing', facts.standAlone === false ? 'partOfGroup' : 'standAloneUnknown');
  return { aid, verdict: verdict('unknown', [...within, ownership]) };
}

/** What else decides: who counts as one, aid that came by a merger or split, ceilings over several kinds of aid. */
function aroundAid(aid: DeMinimis): readonly Reason[] {
  const { undertaking = [], moved = [], together = [], grantCents = 0 } = aid;
  const reasons: Reason[] = [];
  if (undertaking.length > 1) reasons.push(reason('for', 'aidUndertaking', { count: undertaking.length }));
  for (const { from, amountCents } of moved)
    reasons.push(reason('for', 'aidByEvent', { enterprise: from, amount: euro(amountCents) }));
  if (aid.roadFreight) reasons.push(reason('for', 'aidRoadFreight', { ceiling: euro(aid.ceilingCents) }));
  for (const limit of together)
    reasons.push(
      reason(limit.usedCents + grantCents > limit.ceilingCents ? 'against' : 'for', 'aidTogether', {
        ceiling: euro(limit.ceilingCents),
        used: euro(limit.usedCents),
        room: euro(limit.roomCents),
        regulation: limit.regulation,
      }),
    );
  return reasons;
}

function missingAid(facts: EligibilityFacts, aid: DeMinimis): readonly Reason[] {
  if (aid.allowed === true) return [];
  const reasons: Reason[] = [];
  if (facts.declaredAid === undefined) reasons.push(reason('missing', 'aidNotDeclared', { from: aid.window.from }));
  if (aid.grantCents === undefined) reasons.push(reason('missing', 'grantMissing'));
  if (aid.amountMissing) reasons.push(reason('missing', 'aidAmountMissing'));
  for (const date of aid.later) reasons.push(reason('missing', 'aidLater', { date }));
  if (reasons.length === 0 && aid.unclearCents > 0)
    reasons.push(
      reason('missing', 'aidUnclear', {
        amount: euro(aid.unclearCents),
        room: euro(aid.roomCents),
        grant: aid.grantCents === undefined ? undefined : euro(aid.grantCents),
      }),
    );
  return reasons;
}
