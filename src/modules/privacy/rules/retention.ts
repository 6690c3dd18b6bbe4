import { addDays, type PlainDate } from '#shared/dates.ts';

/**
 * How long each kind of record is kept, and what says so. Where a law sets a term the longest one counts; where none does, the term is
 * a choice of ours, named as such. `from`: what the term is counted from.
 */
export const terms = {
  /** The file of an enterprise that was granted aid: checks may come until the longest of these is over. */
  deMinimis: {
    years: 10,
    from: 'grantedYear',
    source: 'de minimis aid: records are kept for ten years after the grant',
  },
  esf: { years: 5, from: 'paidYear', source: 'Regulation (EU) 2021/1060, article 82' },
  rrf: {
    years: 5,
    from: 'balance',
    source: 'Regulation (EU) 2018/1046, article 132; Regulation (EU) 2021/241, article 22',
  },
  rrfSmall: { years: 3, from: 'balance', source: 'the same, up to 60 000 euro' },
  request: { years: 2, from: 'closed', source: 'own choice: long enough to come back to a request' },
  ungranted: { years: 2, from: 'ended', source: 'own choice: a file without a grant is no evidence of aid' },
  unused: { years: 2, from: 'lastSeen', source: 'own choice: somebody without a role who does not sign in' },
  letter: { days: 90, from: 'sent', source: 'own choice: long enough to see whether a letter left' },
  link: { days: 30, from: 'expired', source: 'own choice' },
  session: { days: 30, from: 'ended', source: 'own choice: long enough for the list of where somebody was signed in' },
  draft: { days: 90, from: 'saved', source: 'own choice' },
  scan: { days: 30, from: 'finished', source: 'own choice, told to who fills in a scan' },
} as const;
export type Term = keyof typeof terms;

/** After a notice nothing goes for this long: whoever disagrees can place a hold. */
export const noticeDays = 30;

/** What keeps somebody, as far as it is known. Days are `YYYY-MM-DD`; null: there is none. */
export interface KeepingFacts {
  /** A role in the office, or of a machine. */
  readonly roles: number;
  /** Trajectories and requests of theirs that run. */
  readonly running: number;
  readonly lastGrantedOn: PlainDate | null;
  readonly lastPaidOn: PlainDate | null;
  readonly balancePaidOn: PlainDate | null;
  /** Whether the aid is more than 60 000 euro, or nobody knows. */
  readonly large: boolean;
  readonly lastEndedUngrantedOn: PlainDate | null;
  readonly lastRequestClosedOn: PlainDate | null;
  readonly lastSeenOn: PlainDate;
}

export type Keeps =
  'role' | 'running' | Extract<Term, 'deMinimis' | 'esf' | 'rrf' | 'rrfSmall' | 'request' | 'ungranted' | 'unused'>;

export interface Going {
  /** The first day on which it may go; null: not as long as what `because` names runs. */
  readonly on: PlainDate | null;
  readonly because: Keeps;
}

/** The first of January after `years` full years that follow the year of `day`: «until 31 December». */
const afterYears = (day: PlainDate, years: number): PlainDate => `${Number(day.slice(0, 4)) + years + 1}-01-01`;

/** The same day some years on; 29 February becomes the 28th. */
function yearsOn(day: PlainDate, years: number): PlainDate {
  const year = Number(day.slice(0, 4)) + years;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}${day.slice(4) === '-02-29' && !leap ? '-02-28' : day.slice(4)}`;
}

/** When somebody's data goes: after the last of everything that keeps it. */
export function whenItGoes(facts: KeepingFacts): Going {
  if (facts.running > 0) return { on: null, because: 'running' };
  if (facts.roles > 0) return { on: null, because: 'role' };
  const reasons: { on: PlainDate; because: Keeps }[] = [
    { on: yearsOn(facts.lastSeenOn, terms.unused.years), because: 'unused' },
  ];
  const add = (day: PlainDate | null, because: Keeps, on: (day: PlainDate) => PlainDate) => {
    if (day) reasons.push({ on: on(day), because });
  };
  add(facts.lastRequestClosedOn, 'request', (day) => yearsOn(day, terms.request.years));
  add(facts.lastEndedUngrantedOn, 'ungranted', (day) => yearsOn(day, terms.ungranted.years));
  const rrf = facts.large ? 'rrf' : 'rrfSmall';
  add(facts.balancePaidOn, rrf, (day) => addDays(yearsOn(day, terms[rrf].years), 1));
  add(facts.lastPaidOn, 'esf', (day) => afterYears(day, terms.esf.years));
  add(facts.lastGrantedOn, 'deMinimis', (day) => afterYears(day, terms.deMinimis.years));
  return reasons.reduce((last, reason) => (reason.on >= last.on ? reason : last));
}

export type Step =
  | { readonly kind: 'stay' }
  | { readonly kind: 'notice' }
  | { readonly kind: 'wait'; readonly until: PlainDate }
  | { readonly kind: 'held' }
  | { readonly kind: 'go' };

/** What the clock does with somebody today. Told first, then thirty days in which a hold can be placed, then gone. */
export function nextStep(
  { on }: Pick<Going, 'on'>,
  state: { readonly noticedOn: PlainDate | null; readonly held: boolean },
  today: PlainDate,
): Step {
  if (on === null || on > addDays(today, noticeDays)) return { kind: 'stay' };
  if (state.noticedOn === null) return { kind: 'notice' };
  const free = addDays(state.noticedOn, noticeDays);
  const until = free > on ? free : on;
  if (until > today) return { kind: 'wait', until };
  return state.held ? { kind: 'held' } : { kind: 'go' };
}
