import { firm, given, type CaseFile, type TableCase } from './case.testing.ts';

const found = (
  name: string,
  numbers: readonly (readonly [string, number?])[],
  lot: Readonly<Record<string, unknown>>,
  more: Partial<TableCase> = {},
): TableCase => ({
  name,
  given: given({
    jointCommittees: numbers.map(([number, workers]) => ({ number, ...(workers !== undefined && { workers }) })),
  }),
  answer: { lot, ...more.answer },
  ...(more.because && { because: more.because }),
});

const town = (
  name: string,
  more: Partial<CaseFile>,
  answer: TableCase['answer'],
  because: readonly string[],
): TableCase => ({
  name,
  given: given({ enterprises: { A: { kind: 'localAuthority' } }, jointCommittees: [], ...more }),
  answer,
  because,
});

const childcare = { outcome: 'eligible', sme: null, deMinimis: null, lot: { number: 4, because: 'childcare' } };

/** Joint committees, the rest lot and the care of local authorities. */
export const lotCases: readonly TableCase[] = [
  found('124 is lot 1', [['124', 18]], { number: 1, because: '124' }),
  found('322 is temporary work', [['322', 4]], { number: 2, because: '322' }),
  found('322.01 is another one', [['322.01', 4]], { number: 4, because: '322.01' }),
  found('303.1 is 303.01', [['303.1', 4]], { number: 3, because: '303.01' }),
  found('a payroll office writes 124.00.00-00.00', [['124.00.00-00.00', 4]], { number: 1, because: '124' }),
  found(
    'what no lot names goes to the rest lot',
    [['302', 8]],
    { number: 5, because: '302' },
    { because: ['lotRest'] },
  ),
  found(
    'several committees are weighed by workers',
    [
      ['124', 8],
      ['118', 9],
    ],
    {
      number: 2,
      because: '118',
      contested: true,
      shares: [
        { number: 1, providers: ['constructiv'] },
        { number: 2, providers: ['alimento'] },
      ],
    },
    { because: ['lotByMostWorkers'] },
  ),
  found(
    'committees of one lot count together',
    [
      ['124', 5],
      ['126', 5],
      ['118', 9],
    ],
    { number: 1, because: '124, 126' },
  ),
  found(
    'a tie is for the funds to settle',
    [
      ['124', 9],
      ['118', 9],
    ],
    { number: null, contested: true },
    { answer: { outcome: 'needs_evidence' }, because: ['lotTie'] },
  ),
  found(
    'workers that are not known are asked for',
    [['124'], ['118', 9]],
    { number: null },
    { answer: { outcome: 'needs_evidence' }, because: ['lotWorkersMissing'] },
  ),
  found(
    'an auxiliary committee decides only alone',
    [
      ['200', 50],
      ['124', 2],
    ],
    { number: 1, because: '124' },
  ),
  found('half a number is not enough', [['149', 5]], { number: null }, { because: ['committeeIncomplete'] }),
  found('999 is no committee', [['999', 5]], { number: null }, { because: ['committeeUnreadable'] }),
  found('no committee is asked for', [], { number: null }, { because: ['committeeMissing'] }),
  town('childcare of a municipality is lot 4, without a test of size', { careKind: 'childcare' }, childcare, [
    'noSizeTest',
    'lotByCare',
  ]),
  town(
    'care can be read from the activities',
    { enterprises: { A: { kind: 'localAuthority', activities: ['88.91'] } } },
    childcare,
    ['noSizeTest'],
  ),
  town('home care too', { careKind: 'homeCare' }, { outcome: 'eligible', lot: { number: 4, because: 'home_care' } }, [
    'lotByCare',
  ]),
  town(
    'elderly care too',
    { careKind: 'elderlyCare' },
    { outcome: 'eligible', lot: { number: 4, because: 'elderly_care' } },
    ['lotByCare'],
  ),
  town('another service of a municipality is not served', { careKind: 'other' }, { outcome: 'not_eligible' }, [
    'careKindOutside',
  ]),
  town('a service that is not known is asked for', {}, { outcome: 'needs_evidence' }, ['careKindMissing']),
  {
    name: 'social profit takes the same conditions',
    given: given({
      ...({ organisation: 'socialProfit' } as object),
      enterprises: { A: firm(30, 1, 1) },
      jointCommittees: [{ number: '331', workers: 30 }],
    }),
    answer: { outcome: 'eligible', lot: { number: 4, because: '331' }, sme: { class: 'small' } },
  },
];
