import path from 'node:path';
import { onConnection } from '#platform/server/database/connection.ts';
import { copyInto } from '#platform/server/database/copying.ts';
import { handleOn, type Db } from '#platform/server/database/pool.ts';
import { RegisterProblem } from '../rules/importProblem.ts';
import { newestNace, publishedFiles, standingOf, type FileName, type Publication } from '../rules/publication.ts';
import { CopyLines } from './reading/copyLines.ts';
import { openPublication, type OpenPublication } from './reading/openPublication.ts';
import { RowScanner } from './reading/rowScanner.ts';
import { writeActivities, writings, type Writing } from './reading/rowWriters.ts';
import {
  changePlaces,
  codeCategories,
  indexTable,
  next,
  noteStep,
  presentRegister,
  registerTables,
  stepsOf,
  takeTurn,
  workFast,
  writeNames,
  writeWords,
  type Step,
} from './stageStore.ts';

type Client = Parameters<typeof copyInto>[0];

/** How far an import is. */
export interface Progress {
  readonly step: string;
  /** Of the whole, 0 to 1. */
  readonly share: number;
  readonly rowsRead: number;
}

export interface ImportRequest {
  readonly databaseUrl: string;
  /** Where the zip lies. */
  readonly place: string;
  /** Also when it is older than what is there, or differs under the same number. */
  readonly anyway: boolean;
  readonly now: () => Date;
  /** How many bytes of a file are kept in one transaction: what a kill costs at most. */
  readonly partSize?: number;
  /** Told now and then, and waited for. */
  readonly tell?: (progress: Progress) => Promise<void> | void;
}

export interface Imported {
  /** `same`: this publication was in the register already, and nothing was touched. */
  readonly state: 'done' | 'same';
  readonly publication: Publication;
  readonly rowsRead: number;
  /** Rows kept, by table. */
  readonly counts: Readonly<Record<string, number>>;
  /** Whether it went on where an earlier one had stopped. */
  readonly resumed: boolean;
}

const order = [
  'code',
  'enterprise',
  'establishment',
  'denomination',
  'address',
  'activity',
] as const satisfies FileName[];
const usualPartSize = 48 * 1024 * 1024;
const flushSize = 128 * 1024;
/** Reading takes about so much of the time. */
const readingShare = 0.6;

/**
 * Imports a publication: every file into tables of its own beside the register, then in one transaction in its place. Stopped
 * halfway, the register is as it was, and the same file again goes on where this one stopped.
 * @throws RegisterProblem for what is wrong with the file
 */
export async function importRegister(request: ImportRequest): Promise<Imported> {
  const publication = await openPublication(request.place);
  try {
    return await onConnection(
      request.databaseUrl,
      async (client) => {
        const db = handleOn(client);
        if (!(await takeTurn(db))) throw new RegisterProblem({ code: 'busy', file: path.basename(request.place) });
        await workFast(db);
        return new Import(request, publication, client, db).run();
      },
      'krachtlijn_owner',
    );
  } finally {
    publication.close();
  }
}

class Import {
  readonly #request: ImportRequest;
  readonly #publication: OpenPublication;
  readonly #client: Client;
  readonly #db: Db;
  #steps = new Map<string, Step>();
  #rowsRead = 0;
  #bytesRead = 0;

  constructor(request: ImportRequest, publication: OpenPublication, client: Client, db: Db) {
    this.#request = request;
    this.#publication = publication;
    this.#client = client;
    this.#db = db;
  }

  async run(): Promise<Imported> {
    const { number, snapshotOn, extractedAt, version, fingerprint } = this.#publication;
    const publication = { number, snapshotOn, extractedAt, version };
    const standing = standingOf(this.#publication, await presentRegister(this.#db));
    if (standing === 'same') return { state: 'same', publication, rowsRead: 0, counts: {}, resumed: false };
    if ((standing === 'older' || standing === 'changed') && !this.#request.anyway)
      throw new RegisterProblem({
        code: standing,
        file: path.basename(this.#request.place),
        params: { number, snapshotOn },
      });

    this.#steps = await stepsOf(this.#db, fingerprint);
    const resumed = this.#steps.size > 0;
    for (const file of order.slice(0, 1)) await this.#readFile(file, writings[file as 'code']);
    const nace = newestNace(await codeCategories(this.#db));
    if (!nace) throw new RegisterProblem({ code: 'noNace', file: publishedFiles.code.file });
    for (const file of order.slice(1))
      await this.#readFile(file, file === 'activity' ? writeActivities(nace) : writings[file]);
    if (this.#kept('enterprise') === 0)
      throw new RegisterProblem({ code: 'empty', file: publishedFiles.enterprise.file });

    const later = [
      ['names', () => writeNames(this.#db)],
      ['words', () => writeWords(this.#db)],
      ...registerTables.map((table) => [table, () => indexTable(this.#db, table)] as const),
    ] as const;
    for (const [at, [step, work]] of later.entries()) {
      await this.#tell(step, readingShare + (1 - readingShare) * (at / later.length));
      await this.#once(step, work);
    }
    const counts = Object.fromEntries(
      [...order, 'names', 'words'].map((step) => [step === 'names' ? 'searched' : step, this.#kept(step)]),
    );
    await this.#tell('swap', 1);
    const at = this.#request.now();
    await changePlaces(this.#db, { ...publication, fingerprint, nace, counts, at });
    return { state: 'done', publication, rowsRead: this.#rowsRead, counts, resumed };
  }

  #kept(step: string): number {
    return this.#steps.get(step)?.kept ?? 0;
  }

  async #tell(step: string, share: number): Promise<void> {
    await this.#request.tell?.({ step, share: Math.min(1, share), rowsRead: this.#rowsRead });
  }

  async #note(step: Step): Promise<void> {
    await noteStep(this.#db, this.#publication.fingerprint, step);
    this.#steps.set(step.step, step);
  }

  /** A piece of work that was done already is not done again. */
  async #once(step: string, work: () => Promise<number | void>): Promise<void> {
    if (this.#steps.get(step)?.done) return;
    await this.#inTransaction(async () => {
      const kept = (await work()) ?? 0;
      await this.#note({ step, bytes: 0, line: 0, read: 0, kept, done: true });
    });
  }

  async #inTransaction(work: () => Promise<void>): Promise<void> {
    await this.#client.query('begin');
    try {
      await work();
      await this.#client.query('commit');
    } catch (problem) {
      await this.#client.query('rollback').catch(() => undefined);
      throw problem;
    }
  }

  async #readFile(file: FileName, writing: Writing): Promise<void> {
    const known = this.#steps.get(file);
    const begun = known ?? { step: file, bytes: 0, line: 1, read: 0, kept: 0, done: false };
    this.#rowsRead += begun.read;
    this.#bytesRead += begun.bytes;
    if (begun.done) return;
    const published = publishedFiles[file];
    const lines = new CopyLines(published);
    let kept = begun.kept;
    const scanner = new RowScanner(
      published,
      (row) => {
        if (!writing.write(row, lines)) return;
        lines.endRow();
        kept++;
      },
      begun,
    );
    const pieces = this.#publication.pieces(file, begun.bytes);
    const total = [...order].reduce((sum, name) => sum + this.#publication.sizeOf(name), 0);
    const [before, read] = [this.#bytesRead, begun.read];
    const { partSize = usualPartSize } = this.#request;
    for (let over = false; !over;) {
      const from = scanner.position.bytes;
      await this.#inTransaction(async () => {
        const copying = copyInto(this.#client, `${next}.${writing.table}`, writing.columns);
        try {
          while (scanner.position.bytes - from < partSize) {
            const { value, done } = await pieces.next();
            if (done) {
              scanner.end();
              over = true;
              break;
            }
            scanner.push(value);
            if (lines.length > flushSize) await copying.write(lines.take());
          }
          await copying.write(lines.take());
        } finally {
          await copying.end();
        }
        const { bytes, line } = scanner.position;
        await this.#note({ step: file, bytes, line, read: read + scanner.rows, kept, done: over });
      });
      this.#bytesRead = before + scanner.position.bytes - begun.bytes;
      this.#rowsRead += scanner.rows - (this.#counted.get(file) ?? 0);
      this.#counted.set(file, scanner.rows);
      await this.#tell(file, readingShare * (this.#bytesRead / total));
    }
  }

  readonly #counted = new Map<string, number>();
}
