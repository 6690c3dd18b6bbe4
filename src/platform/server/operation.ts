import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { PlainDate } from '#shared/dates.ts';
import { actorId, bareScope, type Actor, type Credentials } from './actor.ts';
import { admit } from './admission.ts';
import { writeAudit, type AuditNote } from './audit.ts';
import { config } from './config.ts';
import { keyNotTaken } from './errors.ts';
import { inTransaction, type Db } from './database/pool.ts';
import { countUse } from './doorUses.ts';
import { runOnce } from './idempotency.ts';
import { enqueue } from './jobs.ts';
import { announce, eventOf } from './live/announce.ts';
import { postLetter, type Letter } from './mail.ts';
import type { Columns } from './exports/columns.ts';
import { noteKind } from './kinds.ts';
import type { Permission } from './permissions.ts';

export { mayOn } from './admission.ts';

/** What every handle tells: where the thing stands, so that a permission can be checked against it. */
export interface Handle {
  readonly id: string;
  readonly programme: string;
  readonly lot?: string | null;
  readonly provider?: string | null;
  readonly enterprise?: string | null;
  readonly trajectory?: string | null;
}

/** Turns an id from outside into a proven handle inside the caller's scope; undefined becomes a 404. */
export interface Resolver<Name extends string, Subject extends Handle> {
  readonly name: Name;
  /** The permission that lets somebody see that the thing exists. */
  readonly seenWith: Permission;
  readonly find: (db: Db, id: string) => Promise<Subject | undefined>;
}

/** For operations that are about no one thing: lists, a new thing, the caller. */
export interface NoSubject {
  readonly name: null;
}
export const nothing: NoSubject = { name: null };

/**
 * Who may call. A permission; or `public` with the reason why anybody may, and what the code then sees:
 * `nothing` (public tables only), `secret` (rows whose secret the caller holds, in `input.secret`), or `everything`
 * (the code looks wider than the caller may: say in the reason why nothing of it is told).
 */
export type Needs =
  | Permission
  | { readonly public: string; readonly sees: 'nothing' | 'secret' | 'everything'; readonly perTenMinutes?: number };

export interface Context<Input> {
  readonly input: Input;
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Date;
  /** Today in Brussels. */
  readonly today: PlainDate;
  /** The network that the call comes from (see {@link networkOf}); empty when nobody knows. To count by, never to keep readable. */
  readonly from: string;
  /**
   * Runs `work` with the system's sight, in the same transaction, then narrows again. For what a caller may bring about
   * without being able to see it (giving a guide a role, counting over other enterprises). Say why; tell the caller nothing more.
   */
  beyond<Result>(why: string, work: () => Promise<Result>): Promise<Result>;
}

export interface Effects {
  /** Leaves when the command commits. */
  mail(letter: Letter): Promise<string>;
  job(name: string, data: object, startAfter?: Date): Promise<void>;
  /** Tells who follows the subject that somebody came to look at it or left; that it changed tells the wrapper by itself. */
  presence(): Promise<void>;
}

export type WithSubject<On> =
  On extends Resolver<infer Name, infer Subject> ? { readonly [K in Name]: Subject } : unknown;
type InputFor<On> = On extends Resolver<infer Name, Handle> ? { readonly [K in Name]: string } : unknown;

/** What the generated tests know of the example programme: ids by name, and who is who. */
export type ExampleWorld = Readonly<Record<string, string>>;

export interface Declaration<Schema extends z.ZodType, On extends Resolver<string, Handle> | NoSubject> {
  /** `module.verbNoun`, unique. */
  readonly name: string;
  readonly input: Schema & (z.output<Schema> extends InputFor<On> ? unknown : never);
  readonly on: On;
  readonly needs: Needs;
  /** An input that works in the example programme: every operation is tried as every role. */
  readonly example: (world: ExampleWorld) => unknown;
}

export interface QueryDeclaration<
  Schema extends z.ZodType,
  On extends Resolver<string, Handle> | NoSubject,
  Result,
> extends Declaration<Schema, On> {
  readonly run: (context: Context<z.output<Schema>> & WithSubject<On>) => Promise<Result>;
}

export interface CommandDeclaration<
  Schema extends z.ZodType,
  On extends Resolver<string, Handle> | NoSubject,
  Result,
> extends Declaration<Schema, On> {
  /** The result holds a secret (a session, a code, a token): it is kept nowhere, so no key against double sending is taken. */
  readonly secretResult?: true;
  /** The line in the trail, from the input and the result (null: this time nothing was done); or why there is never one. */
  readonly audit: ((input: z.output<Schema>, result: Result) => AuditNote | null) | { readonly none: string };
  readonly run: (
    context: Context<z.output<Schema>> & WithSubject<On> & { readonly effects: Effects },
  ) => Promise<Result>;
}

export interface Operation<Result = unknown> {
  readonly kind: 'query' | 'command' | 'stream' | 'job';
  readonly name: string;
  readonly needs: Needs;
  readonly input: z.ZodType;
  readonly on: string | null;
  readonly audited: boolean | string;
  /** What stands in each row of an export. */
  readonly columns?: Columns;
  /** The result must not be kept: call it without a key against double sending. */
  readonly secretResult: boolean;
  readonly example: (world: ExampleWorld) => unknown;
  call(credentials: Credentials, input: unknown, options?: CallOptions): Promise<Result>;
}

export interface CallOptions {
  /** A command sent twice under one key runs once. */
  readonly idempotencyKey?: string | undefined;
  /** Under one key only the very same input may come again: for programs, which make their keys themselves. */
  readonly sameInput?: boolean | undefined;
  /** Called when the result is the one of the first time. */
  readonly onReplay?: (() => void) | undefined;
  /** For tests and seeds; otherwise the clock of the machine. */
  readonly now?: Date | undefined;
}

const registered = new Map<string, Operation>();

/** While somebody develops, a changed file is read again and declares its operations anew. */
const rereads = Boolean((import.meta as { hot?: unknown }).hot);

/** Every operation that was declared, by name: what the API, the permission table and the generated tests walk over. */
export function allOperations(): readonly Operation[] {
  return [...registered.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function operationNamed(name: string): Operation | undefined {
  return registered.get(name);
}

/** Adds a declaration to the list; only for the files that make a kind of operation. */
export function register<Result>(operation: Operation<Result>): Operation<Result> {
  if (registered.has(operation.name) && !rereads) throw new Error(`Operation ${operation.name} is declared twice`);
  registered.set(operation.name, operation);
  return operation;
}

/** Reads, in one read-only transaction. */
export function query<Schema extends z.ZodType, On extends Resolver<string, Handle> | NoSubject, Result>(
  declaration: QueryDeclaration<Schema, On, Result>,
): Operation<Result> {
  return register({
    ...facts('query', declaration, true),
    async call(credentials, input, options = {}) {
      const now = options.now ?? new Date();
      await countCaller(declaration, credentials, now);
      return inTransaction('read', async (db) => {
        const ready = await admit(db, declaration, 'query', credentials, input, now);
        return declaration.run({ ...ready.context, ...ready.subject } as Parameters<typeof declaration.run>[0]);
      });
    },
  });
}

/** Changes, in one transaction, with its line in the trail. */
export function command<Schema extends z.ZodType, On extends Resolver<string, Handle> | NoSubject, Result>(
  declaration: CommandDeclaration<Schema, On, Result>,
): Operation<Result> {
  return register({
    ...facts('command', declaration, typeof declaration.audit === 'function' ? true : declaration.audit.none),
    secretResult: declaration.secretResult ?? false,
    async call(credentials, input, options = {}) {
      const now = options.now ?? new Date();
      if (declaration.secretResult && options.idempotencyKey) throw keyNotTaken();
      await countCaller(declaration, credentials, now);
      const done = await inTransaction('write', async (db, client) => {
        const ready = await admit(db, declaration, 'command', credentials, input, now);
        const { context, subject, handle } = ready;
        const once = {
          actor: bareScope(context.actor).actor,
          operation: declaration.name,
          key: options.idempotencyKey,
          input,
          sameInput: options.sameInput ?? false,
          onReplay: options.onReplay,
        };
        return runOnce(db, once, async () => {
          const effects = effectsOf(db, client, () => announce(db, eventOf('presence', declaration.on.name, handle)));
          const result = await declaration.run({ ...context, ...subject, effects } as Parameters<
            typeof declaration.run
          >[0]);
          const note = typeof declaration.audit === 'function' ? declaration.audit(context.input, result) : null;
          if (note) {
            await writeTrail(db, declaration.name, context, handle, note);
            // Whatever leaves a line in the trail is something that others may want to see: told by whoever commits it.
            await announce(db, eventOf('changed', declaration.on.name, handle, note.within));
          }
          return result;
        });
      });
      // What they may do can have changed by it.
      if (credentials.memo) delete credentials.memo.actor;
      return done;
    },
  });
}

/** Counts a use of a public door that is limited, before anything else; refuses when there were too many. */
export async function countCaller(
  { name, needs }: Pick<Operation, 'name' | 'needs'>,
  { address = 'unknown' }: Credentials,
  now: Date,
): Promise<void> {
  if (typeof needs === 'object' && needs.perTenMinutes) await countUse(address, name, needs.perTenMinutes, now);
}

/** What every kind of operation tells of itself. */
export function facts(
  kind: Operation['kind'],
  declaration: Declaration<z.ZodType, Resolver<string, Handle> | NoSubject>,
  audited: boolean | string,
) {
  if (declaration.on.name !== null) noteKind(declaration.on);
  return {
    kind,
    name: declaration.name,
    needs: declaration.needs,
    input: declaration.input as z.ZodType,
    on: declaration.on.name,
    audited,
    secretResult: false,
    example: declaration.example,
  };
}

function effectsOf(db: Db, client: PoolClient, presence: () => Promise<void>): Effects {
  // Read at the moment of use: tests open another database than the configuration names.
  const job = (name: string, data: object, startAfter?: Date) =>
    enqueue(config().databaseUrl!, client, name, data, startAfter);
  return {
    job,
    presence,
    async mail(letter) {
      const mail = await postLetter(db, letter);
      await job('mail.send', { mail });
      return mail;
    },
  };
}

async function writeTrail(
  db: Db,
  operation: string,
  context: Context<unknown>,
  handle: Handle | undefined,
  note: AuditNote,
): Promise<void> {
  const { actor } = context;
  const id = actorId(actor);
  // What a program did names the key it was done with, beside whose key it is.
  const token = actor.kind === 'person' ? actor.token : undefined;
  await writeAudit(db, {
    ...note,
    ...(token ? { details: { ...note.details, token: token.id } } : {}),
    at: context.now,
    operation,
    actor: { kind: actor.kind, ...(id ? { id } : {}) },
    input: note.hashesInput === false ? null : context.input,
    within: handle
      ? nonNull({
          programme: handle.programme,
          lot: handle.lot,
          provider: handle.provider,
          enterprise: handle.enterprise,
          trajectory: handle.trajectory,
        })
      : (note.within ?? {}),
  });
}

function nonNull(place: Record<string, string | null | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(place).filter((entry): entry is [string, string] => entry[1] != null));
}
