/** What is known when somebody asks for help. Names of lots are numbers; days and names of people play no part. */
export interface LeadFacts {
  /** Outcome of the check on the enterprise number: `ok`, or the fault that the enterprises module names. */
  readonly number: 'ok' | 'empty' | 'notDigits' | 'length' | 'firstDigit' | 'check';
  readonly organisationKind: 'enterprise' | 'social_profit' | 'local_authority';
  /** The service that a local authority asks for. */
  readonly careKind: 'childcare' | 'home_care' | 'elderly_care' | 'other' | null;
  /** Lots that the sector can belong to, and the one that was chosen when there are several. */
  readonly lots: readonly number[];
  readonly chosenLot: number | null;
  /** Lots that serve this care service of local authorities. */
  readonly careLots: readonly number[];
  readonly workers: number | null;
  /** The programme is for organisations with fewer workers than this. */
  readonly workersUnder: number;
  readonly region: Region | null;
  /** An open lead or trajectory of the same enterprise, which the person who asks may know nothing of. */
  readonly knownEnterprise: boolean;
}

/**
 * A way on. `elsewhere`: this programme cannot help, and the text says who can; `correct` and `choose`: a field to look at;
 * `note`: good to know. `key` names a text of this module. Ways are shown to a stranger, so they never depend on whether the
 * enterprise is known.
 */
export interface Way {
  readonly kind: 'elsewhere' | 'correct' | 'choose' | 'note';
  readonly field: 'number' | 'sector' | 'lot' | 'careKind' | 'workers' | 'municipality' | '';
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface LeadAssessment {
  readonly outcome: 'accept' | 'ask' | 'elsewhere';
  readonly ways: readonly Way[];
  /** The lot that gets the lead; null when nobody can say yet (the programme's own coordinator looks). */
  readonly lot: number | null;
  /** For the office only: add this to the open lead of the same enterprise instead of making a second one. */
  readonly attach: boolean;
}

/**
 * What to do with a request for help: accept it, ask for something, or show who else can help. Everything that stands in the
 * way is said at once. A second request for an enterprise is accepted and attached; the person reads the same as everybody.
 */
export function assessLead(facts: LeadFacts): LeadAssessment {
  const ways: Way[] = [];
  const say = (kind: Way['kind'], field: Way['field'], key: string, params: Way['params'] = {}) =>
    ways.push({ kind, field, key, params });

  if (facts.number !== 'ok') say('correct', 'number', `way.number.${facts.number}`);
  if (facts.region === 'brussels' || facts.region === 'wallonia')
    say('elsewhere', 'municipality', `way.outside.${facts.region}`);

  const isAuthority = facts.organisationKind === 'local_authority';
  const isCare = facts.careKind !== null && facts.careKind !== 'other';
  let lot: number | null = null;
  if (isAuthority) {
    // A local authority is served for its care services only, whatever else its sector says.
    if (facts.careKind === null) say('choose', 'careKind', 'way.careKind');
    else if (!isCare || facts.careLots.length === 0) say('elsewhere', 'careKind', 'way.authority');
    else lot = facts.careLots[0]!;
  } else if (facts.lots.length === 1) lot = facts.lots[0]!;
  else if (facts.lots.length === 0) say('note', 'sector', 'way.sectorUnknown');
  else if (facts.chosenLot !== null && facts.lots.includes(facts.chosenLot)) lot = facts.chosenLot;
  else say('choose', 'lot', 'way.lots', { count: facts.lots.length });

  if (facts.workers !== null && facts.workers >= facts.workersUnder) {
    // An authority counts the service that asks, which the sector consultant looks at; an enterprise counts as a whole.
    if (isAuthority && isCare) say('note', 'workers', 'way.authoritySize', { limit: facts.workersUnder });
    else say('elsewhere', 'workers', 'way.tooLarge', { limit: facts.workersUnder });
  }

  const has = (...kinds: Way['kind'][]) => ways.some(({ kind }) => kinds.includes(kind));
  const outcome = has('elsewhere') ? 'elsewhere' : has('correct', 'choose') ? 'ask' : 'accept';
  if (outcome === 'accept') say('note', '', 'way.sameEnterprise');
  return {
    outcome,
    ways,
    lot: outcome === 'accept' ? lot : null,
    attach: outcome === 'accept' && facts.knownEnterprise,
  };
}

export type Region = 'flanders' | 'brussels' | 'wallonia';

/**
 * The region of a Belgian postal code, read from what somebody typed as municipality (`9140 Temse`); null when no code stands
 * there. 1000–1299 is Brussels; 1500–3999 and 8000–9999 are Flanders; 1300–1499 and 4000–7999 are Wallonia.
 */
export function regionOf(municipality: string): Region | null {
  const [, digits] = /(?:^|[^\d])(?:B-?)?([1-9]\d{3})(?!\d)/iu.exec(municipality) ?? [];
  if (digits === undefined) return null;
  const code = Number(digits);
  if (code < 1300) return 'brussels';
  if (code < 1500) return 'wallonia';
  return code < 4000 || code >= 8000 ? 'flanders' : 'wallonia';
}
