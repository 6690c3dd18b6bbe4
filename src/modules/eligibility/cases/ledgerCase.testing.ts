import { given, type CaseFile, type TableCase } from './case.testing.ts';

/** A line of aid to A, under the general regulation of its day. */
export const aid = (date: string, amount: number, more: object = {}) => ({
  undertaking: 'A',
  date,
  regulation: date < '2024' ? '1407/2013' : '2023/2831',
  amount,
  ...more,
});

/** A case about aid only. */
export const ledger = (
  name: string,
  more: Partial<CaseFile>,
  deMinimis: Readonly<Record<string, unknown>>,
  because?: readonly string[],
): TableCase => ({ name, given: given(more), answer: { deMinimis }, ...(because && { because }) });

export const grant = (amount: number, regulation = '2023/2831') => ({ amount, regulation });
