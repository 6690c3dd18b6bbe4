import { findLot } from './findLot.ts';
import { fundFor, type FundChoice } from './fundFor.ts';
import { lotOfCommittee } from './lotOfCommittee.ts';
import type { JointCommittee, ProgrammeDefinition, Sector } from './programmeDefinition.ts';

/** One of the committees that a sector may have, with where it would lead. */
export interface RouteOption {
  readonly committee: string;
  readonly name: JointCommittee['name'] | undefined;
  readonly lot: number;
  readonly fund: FundChoice;
}

/**
 * Where a request goes. `found`: to one fund. `choose`: the sector's committees lie in several lots, so the owner picks
 * one. `askCare`: a local authority, of which the service is not known yet. `outside`: a service of a local authority that
 * the programme does not serve, with the fund that knows local authorities and can point the way.
 */
export type Route =
  | { readonly kind: 'found'; readonly lot: number; readonly committee: string | undefined; readonly fund: FundChoice }
  | { readonly kind: 'choose'; readonly options: readonly RouteOption[] }
  | { readonly kind: 'askCare' }
  | { readonly kind: 'outside'; readonly fund: FundChoice };

export interface RouteFacts {
  readonly isLocalAuthority: boolean;
  /** Service of the local authority, when it is one. */
  readonly careKind?: string | undefined;
  /** The committee that the owner picked or knows; goes before what is usual in the sector. */
  readonly committee?: string | undefined;
}

/** Sector in plain words → committee → lot → fund. A sector without committees that is no local authority goes to the rest lot. */
export function routeSector(programme: ProgrammeDefinition, sector: Sector, facts: RouteFacts): Route {
  if (facts.isLocalAuthority || sector.localAuthority)
    return routeLocalAuthority(programme, facts.careKind ?? sector.careKind);
  const given = facts.committee === undefined ? undefined : lotOfCommittee(programme, facts.committee);
  if (given?.kind === 'lot')
    return {
      kind: 'found',
      lot: given.lot,
      committee: given.number,
      fund: fundFor(programme, given.lot, { committee: given.number }),
    };
  const options = optionsOf(programme, sector);
  const [first] = options;
  if (!first) {
    const rest = programme.lots.find((lot) => lot.rest);
    if (!rest) throw new Error('A programme needs a lot that takes the rest');
    return {
      kind: 'found',
      lot: rest.number,
      committee: undefined,
      fund: fundFor(programme, rest.number, { committee: '' }),
    };
  }
  if (options.some((option) => option.lot !== first.lot)) return { kind: 'choose', options };
  return { kind: 'found', lot: first.lot, committee: first.committee, fund: first.fund };
}

function routeLocalAuthority(programme: ProgrammeDefinition, careKind: string | undefined): Route {
  const decision = findLot(programme, { isLocalAuthority: true, careKind, jointCommittees: [] });
  const served = decision.lot ?? programme.lots.find((lot) => lot.localAuthorityCare.length > 0)?.number;
  if (served === undefined || decision.outcome === 'unknown') return { kind: 'askCare' };
  const fund = fundFor(programme, served, { localAuthority: true });
  if (decision.lot === undefined) return { kind: 'outside', fund };
  return { kind: 'found', lot: decision.lot, committee: undefined, fund };
}

function optionsOf(programme: ProgrammeDefinition, sector: Sector): RouteOption[] {
  return sector.jointCommittees.flatMap((number) => {
    const found = lotOfCommittee(programme, number);
    if (found.kind !== 'lot') return [];
    const name = programme.jointCommittees.find((committee) => committee.number === found.number)?.name;
    return [
      {
        committee: found.number,
        name,
        lot: found.lot,
        fund: fundFor(programme, found.lot, { committee: found.number }),
      },
    ];
  });
}
