import {
  fundFor,
  routeSector,
  type Fund,
  type FundChoice,
  type ProgrammeDefinition,
  type Sector,
} from '#modules/programmes/index.ts';
import { assessLead, regionOf, type LeadAssessment, type LeadFacts, type Way } from './assessLead.ts';

/** What somebody says of the enterprise before anything personal is asked. */
export interface RequestFacts {
  readonly organisationKind: LeadFacts['organisationKind'];
  readonly careKind: LeadFacts['careKind'];
  /** Null when it stands in no list. */
  readonly sector: Sector | null;
  readonly chosenLot: number | null;
  readonly workers: number | null;
  readonly municipality: string;
  readonly knownEnterprise: boolean;
}

/** A lot that the sector can belong to, with the committees and the fund that go with it. */
export interface LotOption {
  readonly lot: number;
  readonly committees: readonly string[];
  readonly choice: FundChoice;
}

export interface RequestPlace {
  readonly assessment: LeadAssessment;
  /** Every lot that the sector can belong to, each once; one for most sectors, none for a local authority. */
  readonly options: readonly LotOption[];
  /** Who gets the request; null while something is missing, or when nobody can say yet. */
  readonly choice: FundChoice | null;
  /** The fund that can point the way when this programme cannot help. */
  readonly askFund: Fund | null;
}

/** From what somebody says of an enterprise to who calls back: the ways on, the lot and the fund. */
export function placeRequest(programme: ProgrammeDefinition, facts: RequestFacts): RequestPlace {
  // Who types «gemeente» as a sector is a local authority, whatever was ticked.
  const organisationKind = facts.sector?.localAuthority ? 'local_authority' : facts.organisationKind;
  const isAuthority = organisationKind === 'local_authority';
  const careKind = isAuthority ? facts.careKind : null;
  const options = isAuthority || !facts.sector ? [] : lotsOf(programme, facts.sector);
  const assessment = assessLead({
    number: 'ok',
    organisationKind,
    careKind,
    lots: options.map(({ lot }) => lot),
    chosenLot: facts.chosenLot,
    careLots: programme.lots
      .filter((lot) => careKind !== null && lot.localAuthorityCare.includes(careKind))
      .map((lot) => lot.number),
    workers: facts.workers,
    workersUnder: programme.workersUnder,
    region: regionOf(facts.municipality),
    knownEnterprise: facts.knownEnterprise,
  });
  const { lot, ways } = assessment;
  const ofLot = options.find((option) => option.lot === lot)?.choice ?? null;
  const choice = lot === null ? null : isAuthority ? fundFor(programme, lot, { localAuthority: true }) : ofLot;
  return {
    assessment,
    options,
    choice,
    askFund: ways.some(knowsTheWay) ? askFund(programme, isAuthority, options) : null,
  };
}

function lotsOf(programme: ProgrammeDefinition, sector: Sector): LotOption[] {
  const route = routeSector(programme, sector, { isLocalAuthority: false });
  if (route.kind === 'found')
    return [{ lot: route.lot, committees: route.committee ? [route.committee] : [], choice: route.fund }];
  if (route.kind !== 'choose') return [];
  const lots = [...new Set(route.options.map((option) => option.lot))];
  return lots.map((lot) => {
    const within = route.options.filter((option) => option.lot === lot);
    return { lot, committees: within.map((option) => option.committee), choice: within[0]!.fund };
  });
}

/** A fund also helps who is too large, and knows the other services of local authorities; not sites elsewhere. */
const knowsTheWay = ({ key }: Way): boolean => key === 'way.tooLarge' || key === 'way.authority';

function askFund(programme: ProgrammeDefinition, isAuthority: boolean, options: readonly LotOption[]): Fund | null {
  if (!isAuthority) return options[0]?.choice.fund ?? null;
  return programme.funds.find((fund) => fund.localAuthorities && fund.active) ?? null;
}
