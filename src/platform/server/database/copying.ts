import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';

/** Rows on their way into a table, as COPY reads them. Nothing else can be asked on the connection until it ended. */
export interface Copying {
  /** Waits while the database has more to do than it can take. */
  write(lines: Buffer): Promise<void>;
  /** Gives back the connection; the rows are there when the transaction is. */
  end(): Promise<void>;
}

/** Begins to fill a table with lines in COPY's text format. Column and table names come from our own code only. */
export function copyInto(client: pg.ClientBase, table: string, columns: readonly string[]): Copying {
  const stream = client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`));
  const over = finished(stream);
  // Heard where it is waited for; until then a failure must not end the process.
  over.catch(() => undefined);
  return {
    async write(lines) {
      if (!stream.write(lines)) await Promise.race([once(stream, 'drain'), over]);
    },
    async end() {
      stream.end();
      await over;
    },
  };
}
