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
  if (aid.allowed === false)
    return {
      aid,
      verdict: verdict('no', [
        reason('against', aid.grantCents === undefined ? 'aidUsedUp' : 'aidOver', figures),
        ...firstDay,
      ]),
    };
  const missing = missingAid(facts, aid);
  if (missing.length > 0) return { aid, verdict: verdict('unknown', missing) };
  const within = [reason('for', 'aidWithin', figures), ...firstDay];
  if (facts.standAlone === true) return { aid, verdict: verdict('yes', within) };
  const ownership = reason('missing', facts.standAlone === false ? 'partOfGroup' : 'standAloneUnknown');
  return { aid, verdict: verdict('unknown', [...within, ownership]) };
}

function missingAid(facts: EligibilityFacts, aid: DeMinimis): readonly Reason[] {
  if (aid.allowed === true) return [];
  const reasons: Reason[] = [];
  if (facts.declaredAid === undefined) reasons.push(reason('missing', 'aidNotDeclared', { from: aid.window.from }));
  if (aid.grantCents === undefined) reasons.push(reason('missing', 'grantMissing'));
  if (aid.amountMissing) reasons.push(reason('missing', 'aidAmountMissing'));
  for (const date of aid.later) reasons.push(reason('missing', 'aidLater', { date }));
  if (aid.grantCents !== undefined && aid.usedCents + aid.unclearCents + aid.grantCents > aid.ceilingCents)
    reasons.push(
      reason('missing', 'aidUnclear', {
        amount: euro(aid.unclearCents),
        room: euro(aid.roomCents),
        grant: euro(aid.grantCents),
      }),
    );
  return reasons;
}
