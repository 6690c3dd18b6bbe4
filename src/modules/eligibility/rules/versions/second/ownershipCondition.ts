import type { Reason } from '#shared/decision.ts';
import type { FigureName } from './group/groupFigures.ts';
import type { GroupSize } from './group/sizeOfGroup.ts';
import { reason } from './verdict.ts';

/** More entries than this are told as a number: the list of roles names them all. */
const namedAtMost = 6;

/** Who counts with it, and why some do not. They explain figures that fit as well as figures that do not. */
export function groupReasons({ autonomous, linked, partners, roles, exempt, years }: GroupSize): readonly Reason[] {
  if (roles.length === 1) return [reason('for', 'standAlone')];
  const reasons: Reason[] = [];
  if (autonomous) reasons.push(reason('for', 'groupAutonomous'));
  else reasons.push(reason('for', 'groupCounted', { linked: linked.length, partners: partners.length }));
  for (const id of linked.slice(0, namedAtMost)) reasons.push(reason('for', 'memberLinked', { enterprise: id }));
  for (const { id, share } of partners.slice(0, namedAtMost))
    reasons.push(reason('for', 'memberPartner', { enterprise: id, share }));
  for (const { id, share } of exempt.filter(({ certain }) => certain).slice(0, namedAtMost))
    reasons.push(reason('for', 'memberExempt', { enterprise: id, share }));
  const begins = years.find(({ before }) => !before);
  if (begins && begins !== years[0]) reasons.push(reason('for', 'historyBegins', { year: begins.year }));
  return reasons;
}

/** The questions about the ownership that have to be answered first. */
export function openReasons({ open }: GroupSize): readonly Reason[] {
  return open.map(({ about, id }) =>
    about === 'personMarket'
      ? reason('missing', 'personMarketUnknown', { person: id })
      : reason('missing', 'angelInvestmentUnknown', { investor: id }),
  );
}

const names: Readonly<Record<FigureName, string>> = {
  headcount: 'headcount',
  turnoverCents: 'turnover',
  balanceCents: 'balance',
};

/** Names each figure that misses, newest year first. A year that fits whatever the figure is, asks nothing. */
export function missingOfMembers({ missing, size }: GroupSize): readonly Reason[] {
  const settled = new Set(size.years.filter(({ class: found }) => found !== undefined).map(({ year }) => year));
  return missing
    .filter(({ year }) => !settled.has(year))
    .map(({ id, year, figure }) =>
      reason('missing', 'memberFigureMissing', { enterprise: id, year, figure: names[figure] }),
    );
}
