import { typedIn, type FormAnswer } from '#shared/formAnswer.ts';
import { numberFormatter } from '#shared/formatters.ts';
import type { DeclarationDraft } from '../rules/declarationView.ts';

/** A line as typed. */
export interface TypedLine {
  readonly number: string;
  readonly grantedOn: string;
  readonly grantor: string;
  readonly amountCents: string;
  readonly regulation: string;
}

const euros = (cents: number): string =>
  numberFormatter('nl-BE', { minimumFractionDigits: cents % 100 === 0 ? 0 : 2 }).format(cents / 100);
const spare = 6;

/** So many rows came back: what was typed keeps its number, also after an empty row. */
function lastRow(answer: FormAnswer, name: string): number {
  const rows = answer.values[name];
  return typeof rows === 'object' && rows !== null
    ? Math.max(-1, ...Object.keys(rows).map(Number).filter(Number.isFinite))
    : -1;
}

/** The lines of the form: what we know, or what came back; at least one that is empty, and some more to open. */
export function declarationLines(
  draft: DeclarationDraft,
  answer: FormAnswer | null,
): { readonly open: readonly TypedLine[]; readonly more: readonly TypedLine[] } {
  const count = answer ? lastRow(answer, 'lines') + 1 : draft.lines.length + 1 + spare;
  const lines = Array.from({ length: Math.max(count, 1) }, (_, at): TypedLine => {
    const known = answer ? undefined : draft.lines[at];
    const typed = (field: keyof TypedLine, otherwise = '') => typedIn(answer, `lines.${at}.${field}`, otherwise);
    return {
      number: typed('number', known && known.number !== draft.enterprise.number ? known.number : ''),
      grantedOn: typed('grantedOn', known?.grantedOn),
      grantor: typed('grantor', known?.grantor),
      amountCents: typed('amountCents', known ? euros(known.amountCents) : ''),
      regulation: typed('regulation', known?.regulation),
    };
  });
  const filled = lines.findLastIndex(({ grantedOn, grantor, amountCents }) => grantedOn + grantor + amountCents !== '');
  return { open: lines.slice(0, filled + 2), more: lines.slice(filled + 2) };
}

/** Numbers of whoever counts as one with the enterprise, and one or two fields to add. */
export function declarationMembers(draft: DeclarationDraft, answer: FormAnswer | null): readonly string[] {
  if (answer)
    return Array.from({ length: Math.max(lastRow(answer, 'members') + 1, 2) }, (_, at) =>
      typedIn(answer, `members.${at}.number`),
    );
  return [...draft.members.filter((number) => number !== draft.enterprise.number), '', ''];
}
