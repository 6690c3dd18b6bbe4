import { aidRegulations } from './aidParameters.ts';
import type { RoleRule } from './group/roles.ts';

const annex = (article: string): string => `Recommendation 2003/361/EC, annex, art. ${article}`;
const lots = 'programme definition: lots and joint committees';
const care = 'programme definition: care services of local authorities';
const deMinimisRules = 'Regulation (EU) 2023/2831, art. 3';

/** Where each reason comes from. */
export const reasonSources: Readonly<Record<string, string>> = {
  smeClass: annex('2'),
  headcountUnder: annex('2 and 5'),
  headcountOver: annex('2 and 5'),
  turnoverWithin: annex('2 and 4'),
  balanceWithin: annex('2 and 4'),
  turnoverAndBalanceOver: annex('2 and 4'),
  twoYearRule: annex('4(2)'),
  twoYearsNeeded: annex('4(2)'),
  newEnterprise: annex('4(3)'),
  standAlone: annex('3(1)'),
  standAloneUnknown: annex('3(1)'),
  partOfGroup: annex('3 and 6'),
  publicHolding: annex('3(4)'),
  publicControl: annex('3(4)'),
  groupAutonomous: annex('3(1)'),
  groupCounted: annex('6'),
  memberLinked: annex('3(3) and 6(4)'),
  memberPartner: annex('3(2) and 6(2)'),
  memberExempt: annex('3(2), second subparagraph'),
  historyBegins: annex('4(2)'),
  personMarketUnknown: annex('3(3), fourth subparagraph'),
  angelInvestmentUnknown: annex('3(2)(a)'),
  memberFigureMissing: annex('4 and 6'),
  noFigures: annex('4'),
  periodInFuture: annex('4(1)'),
  periodsTooOld: annex('4(1)'),
  periodMissing: annex('4'),
  headcountMissing: annex('4 and 5'),
  turnoverOrBalanceMissing: annex('2 and 4'),
  turnoverMissing: annex('2 and 4'),
  balanceMissing: annex('2 and 4'),
  aidOnFirstDay: 'own choice: the law is silent on the day exactly three years back, so it counts',
  aidNotDeclared: 'Regulation (EU) 2023/2831, art. 7(4)',
  aidUndertaking: 'Regulation (EU) 2023/2831, art. 2(2)',
  aidByEvent: 'Regulation (EU) 2023/2831, art. 3(8) and (9)',
  aidTogether: 'Regulation (EU) 2023/2831, art. 5',
  aidRoadFreight: 'Regulation (EU) 1407/2013, art. 3(2)',
  grantMissing: deMinimisRules,
  lotByCommittee: lots,
  lotRest: lots,
  lotByMostWorkers: lots,
  lotTie: lots,
  lotWorkersMissing: lots,
  committeeMissing: lots,
  committeeIncomplete: lots,
  committeeUnreadable: lots,
  lotByCare: care,
  careKindMissing: care,
  careKindOutside: care,
  noSizeTest: care,
  notALocalAuthority: care,
};

/** The source of one reason; figures of aid come from the regulation of the grant. */
export function sourceOf(code: string, regulation: string | undefined): string {
  return reasonSources[code] ?? aidRegulations.find(({ id }) => id === regulation)?.source ?? deMinimisRules;
}

/** Where the role of an entry in the graph comes from. */
export const roleSources: Readonly<Record<RoleRule, string>> = {
  subject: annex('1'),
  majority: annex('3(3)(a)'),
  control: annex('3(3)(b) to (d)'),
  jointMajority: annex('3(2) and 3(3)'),
  linkedInvestors: annex('3(3)'),
  merged: annex('4(2); a merger counts at once'),
  partnerUp: annex('3(2) and 6(2)'),
  partnerDown: annex('3(2) and 6(2)'),
  exemptInvestor: annex('3(2), second subparagraph'),
  publicBody: annex('3(4)'),
  personOtherMarket: annex('3(3), fourth subparagraph'),
  personNoEnterprise: annex('3(3), fourth subparagraph'),
  below25: annex('3(1)'),
  partnerOfPartner: annex('6(2) and 6(3)'),
  unrelated: annex('3'),
};
