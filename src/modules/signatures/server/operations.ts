import { nothing, query } from '#platform/server/operation.ts';
import { CheckDocumentInput } from '../inputs.ts';
import { readCheckCode } from '../rules/checkCode.ts';
import { checkDocument } from './store.ts';

/** What anybody may know of a document whose code they hold: that it exists, what kind it is, its hash and when it was sealed. */
export const checkDocumentByCode = query({
  name: 'signatures.checkDocument',
  input: CheckDocumentInput,
  on: nothing,
  needs: {
    public: 'whoever holds a document may check that it is real; nothing of its content is told',
    sees: 'nothing',
    perTenMinutes: 120,
  },
  example: () => ({ code: '0000-0000-0000-0' }),
  async run({ db, input }) {
    if (input.code === '') return { typed: '', outcome: 'ask' as const };
    const code = readCheckCode(input.code);
    if (!code) return { typed: input.code, outcome: 'mistyped' as const };
    const document = await checkDocument(db, code);
    if (!document) return { typed: code, outcome: 'unknown' as const };
    const outcome = document.voidAt ? ('void' as const) : document.sealedAt ? ('sealed' as const) : ('open' as const);
    return { typed: code, outcome, document };
  },
});
