/**
 * A guard is worth what its suite would notice. Each can be taken away from outside (the product has no switch for it):
 * in the database of the test, in the modules of the test, or in the process that is attacked.
 */
export interface Guard {
  readonly rule: string;
  /** What is taken away. */
  readonly without: string;
  readonly where: 'database' | 'modules' | 'process';
  /** The suite that must then fail. */
  readonly suite: string;
}

export const guards: readonly Guard[] = [
  {
    rule: 'row-level-security',
    without: 'row-level security on every table',
    where: 'database',
    suite: 'tests/attack/sameAnswer.test.ts',
  },
  {
    rule: 'role-check',
    without: 'the list of roles that hold a permission: everybody holds each',
    where: 'modules',
    suite: 'tests/architecture/everyRole.db.test.ts',
  },
  {
    rule: 'door-count',
    without: 'the count of uses of a public door',
    where: 'modules',
    suite: 'tests/attack/hammering.test.ts',
  },
  {
    rule: 'security-headers',
    without: 'the headers that tell a browser to be careful',
    where: 'process',
    suite: 'tests/attack/browser.test.ts',
  },
  {
    rule: 'cookie-flags',
    without: 'HttpOnly and SameSite on cookies',
    where: 'process',
    suite: 'tests/attack/browser.test.ts',
  },
  {
    rule: 'origin-check',
    without: 'the look at where a form comes from',
    where: 'process',
    suite: 'tests/attack/browser.test.ts',
  },
  {
    rule: 'escaping',
    without: 'the escaping of typed text in pages',
    where: 'process',
    suite: 'tests/attack/browser.test.ts',
  },
  {
    rule: 'quiet-log',
    without: 'the silence of the log about cookies',
    where: 'process',
    suite: 'tests/attack/hostileRequests.test.ts',
  },
];

/** The guard that this run goes without, from KRACHTLIJN_WEAKEN (set by `npm run attack -- --weaken=RULE`). */
export function weakened(): Guard | undefined {
  return guards.find(({ rule }) => rule === process.env.KRACHTLIJN_WEAKEN);
}
