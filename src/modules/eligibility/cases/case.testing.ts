/** A case of the table: what is given, as in a case file, and at least what must be answered. */
export interface TableCase {
  readonly name: string;
  readonly given: CaseFile;
  /** Part of the answer; what is not named may be anything. */
  readonly answer: Readonly<Record<string, unknown>>;
  /** Codes that must be among the reasons. */
  readonly because?: readonly string[];
}

/** A case that is refused: at which field, and words of the message. */
export interface RefusedCase {
  readonly name: string;
  readonly given: unknown;
  readonly field: string;
  readonly says: RegExp;
}

export interface CaseFile {
  readonly date: string;
  readonly subject: string;
  readonly programme: string;
  readonly enterprises: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly holdings?: readonly Readonly<Record<string, unknown>>[];
  readonly events?: readonly unknown[];
  readonly jointCommittees?: readonly { readonly number: string; readonly workers?: number }[];
  readonly aid?: readonly Readonly<Record<string, unknown>>[];
  readonly grant?: { readonly amount: number; readonly regulation?: string };
  readonly careKind?: string;
}

const million = 1_000_000;

/** Annual work units, turnover and balance in million euro. */
export const period = (year: number, headcount: number, turnover: number, balance: number) => ({
  year,
  headcount,
  turnover: Math.round(turnover * million * 100) / 100,
  balance: Math.round(balance * million * 100) / 100,
});

/** Somebody with the same kind of figures in the last closed year, 2025. */
export const firm = (headcount: number, turnover: number, balance: number, more: object = {}) => ({
  periods: [period(2025, headcount, turnover, balance)],
  ...more,
});

export const holds = (holder: string, held: string, share: number, more: object = {}) => ({
  holder,
  held,
  capital: share,
  votes: share,
  ...more,
});

export const totals = (headcount: number, turnover: number, balance: number) => ({
  headcount,
  turnover: Math.round(turnover * million * 100) / 100,
  balance: Math.round(balance * million * 100) / 100,
});

/** A building firm without aid that asks for EUR 5 000; a case changes what it is about. */
export const given = (more: Partial<CaseFile>): CaseFile => ({
  date: '2026-05-04',
  subject: 'A',
  programme: 'competentiechecks-2023',
  enterprises: { A: firm(12, 1, 1) },
  jointCommittees: [{ number: '124', workers: 12 }],
  aid: [],
  grant: { amount: 5000, regulation: '2023/2831' },
  ...more,
});
