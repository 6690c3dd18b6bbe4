import { nothing, query } from '#platform/server/operation.ts';
import { CheckDocumentInput } from '../inputs.ts';
import { readCheckCode } from '../rules/checkCode.ts';
import type { PlainDate } from '#shared/dates.ts';
import { checkDocument, type PublicDocument } from './store.ts';

/**
 * What anybody may know of a document whose code they hold: that it exists, what kind it is, its hash and when it was sealed. Of
 * a decision on eligibility also whose it is and how it came out, since that is what a forged certificate would change.
 */
export const checkDocumentByCode = query({
  name: 'signatures.checkDocument',
  input: CheckDocumentInput,
  on: nothing,
  needs: {
    public:
      'whoever holds a document may check that it is real; of its content nothing is told but the outcome of a decision',
    sees: 'nothing',
    perTenMinutes: 120,
  },
  example: () => ({ code: '0000-0000-0000-0' }),
  async run({ db, input, today }) {
    if (input.code === '') return { typed: '', outcome: 'ask' as const };
    const code = readCheckCode(input.code);
    if (!code) return { typed: input.code, outcome: 'mistyped' as const };
    const document = await checkDocument(db, code);
    if (!document) return { typed: code, outcome: 'unknown' as const };
    return { typed: code, outcome: standingOfCode(document, today), document };
  },
});

/** `over`: a decision that nothing took the place of, but that is too old to rely on. */
function standingOfCode({ voidAt, sealedAt, outcome, validUntil }: PublicDocument, today: PlainDate) {
  if (voidAt) return 'void' as const;
  if (outcome === 'needs_evidence') return 'open' as const;
  if (validUntil !== null && validUntil < today) return 'over' as const;
  return sealedAt ? ('sealed' as const) : ('open' as const);
}
