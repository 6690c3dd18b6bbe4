import type { z } from 'zod';
import { dayInBrussels } from '#shared/dates.ts';
import { admit } from '../admission.ts';
import { inLongRead, inTransaction, type ReadInPieces } from '../database/pool.ts';
import { countCaller, facts, register } from '../operation.ts';
import type { Context, Declaration, Handle, NoSubject, Operation, Resolver, WithSubject } from '../operation.ts';
import type { Columns, Export, RowOf } from './columns.ts';

export interface StreamDeclaration<
  Schema extends z.ZodType,
  On extends Resolver<string, Handle> | NoSubject,
  Described extends Columns,
> extends Declaration<Schema, On> {
  /** The name of the file, without day and ending. */
  readonly file: string;
  readonly columns: Described;
  /** Gives the rows one by one, from `readInPieces`: nothing is ever held whole. */
  readonly run: (
    context: Context<z.output<Schema>> & WithSubject<On> & { readonly readInPieces: ReadInPieces },
  ) => AsyncIterable<RowOf<Described>>;
}

/**
 * An export: read-only, in constant memory. The caller is admitted before the first byte leaves, so that a refusal can still
 * be said; the rows come from a transaction of their own, which admits the caller once more. Reading stops when the reader
 * does. An export that nobody reads holds nothing.
 */
export function stream<
  Schema extends z.ZodType,
  On extends Resolver<string, Handle> | NoSubject,
  const Described extends Columns,
>(declaration: StreamDeclaration<Schema, On, Described>): Operation<Export> {
  return register({
    ...facts('stream', declaration, true),
    columns: declaration.columns,
    async call(credentials, input, options = {}) {
      const now = options.now ?? new Date();
      await countCaller(declaration, credentials, now);
      await inTransaction('read', (db) => admit(db, declaration, 'stream', credentials, input, now));
      return {
        file: `${declaration.file}-${dayInBrussels(now)}`,
        columns: declaration.columns,
        rows: inLongRead(async function* (db, readInPieces) {
          const { context, subject } = await admit(db, declaration, 'stream', credentials, input, now);
          yield* declaration.run({ ...context, ...subject, readInPieces } as Parameters<typeof declaration.run>[0]);
        }),
      };
    },
  });
}
