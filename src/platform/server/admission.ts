import type { z } from 'zod';
import { dayInBrussels } from '#shared/dates.ts';
import { authenticate, bareScope, scopeFor, type Actor, type Credentials } from './actor.ts';
import { enterScope, type Db, type Scope } from './database/pool.ts';
import { forbidden, notFound, signInFirst } from './errors.ts';
import { issuesOf } from './issues.ts';
import { networkOf } from './network.ts';
import type { Context, Declaration, Handle, Needs, NoSubject, Operation, Resolver } from './operation.ts';
import type { Permission } from './permissions.ts';
import { insistScope } from './scopes.ts';
import { hashSecret } from './sealing.ts';

/**
 * Everything that comes before `run`, in this order: who calls, is the input well-formed, does the thing exist within
 * the caller's sight (404), may the caller do this to it (403). What `run` then sees is the narrowest scope.
 */
export async function admit<Schema extends z.ZodType>(
  db: Db,
  declaration: Declaration<Schema, Resolver<string, Handle> | NoSubject>,
  kind: Operation['kind'],
  credentials: Credentials,
  rawInput: unknown,
  now: Date,
) {
  const actor = await authenticate(db, credentials, now);
  const { needs, on } = declaration;
  if (typeof needs === 'string' && actor.kind === 'visitor') throw signInFirst();
  if (actor.kind === 'person' && actor.token) insistScope({ name: declaration.name, kind, needs }, actor.token.scopes);

  const parsed = declaration.input.safeParse(rawInput);
  if (!parsed.success) throw issuesOf(parsed.error, rawInput);
  const input = parsed.data as z.output<Schema>;
  const scope =
    typeof needs === 'object'
      ? publicScope(actor, needs, input)
      : actor.kind === 'system'
        ? bareScope(actor)
        : scopeFor(actor, needs);
  const context: Context<z.output<Schema>> = {
    input,
    db,
    actor,
    now,
    today: dayInBrussels(now),
    from: networkOf(credentials.address),
    beyond: (_why, work) => lookBeyond(db, scope, work),
  };

  let handle: Handle | undefined;
  if (on.name !== null) {
    await enterScope(
      db,
      typeof needs === 'string' && actor.kind !== 'system' ? widest(actor, on.seenWith, needs) : scope,
    );
    handle = await on.find(db, (input as Record<string, string>)[on.name]!);
    if (!handle) throw notFound();
    if (typeof needs === 'string' && actor.kind !== 'system' && !mayOn(actor, needs, handle)) throw forbidden();
  } else if (typeof needs === 'string' && actor.kind !== 'system' && scopeIsEmpty(actor, needs)) throw forbidden();

  await enterScope(db, scope);
  return { context, handle, subject: on.name !== null ? { [on.name]: handle } : {} };
}

/** Whether the caller may see that a thing of this kind exists: the same question as before an operation on it. */
export async function sees(db: Db, actor: Actor, kind: Resolver<string, Handle>, id: string): Promise<boolean> {
  await enterScope(db, scopeFor(actor, kind.seenWith));
  const handle = await kind.find(db, id);
  await enterScope(db, bareScope(actor));
  return handle !== undefined;
}

async function lookBeyond<Result>(db: Db, scope: Scope, work: () => Promise<Result>): Promise<Result> {
  await enterScope(db, { ...scope, system: true });
  const result = await work();
  await enterScope(db, scope);
  return result;
}

function publicScope(actor: Actor, needs: Exclude<Needs, string>, input: unknown) {
  const secret = (input as { secret?: unknown } | undefined)?.secret;
  return {
    ...bareScope(actor),
    system: needs.sees === 'everything' || actor.kind === 'system',
    ...(needs.sees === 'secret' && typeof secret === 'string' ? { secret: hashSecret(secret) } : {}),
  };
}

function widest(actor: Actor, seenWith: Permission, needs: Permission) {
  const seen = scopeFor(actor, seenWith);
  const may = scopeFor(actor, needs);
  const both = (kind: 'programmes' | 'lots' | 'providers' | 'enterprises' | 'trajectories') => [
    ...new Set([...(seen[kind] ?? []), ...(may[kind] ?? [])]),
  ];
  return {
    ...seen,
    programmes: both('programmes'),
    lots: both('lots'),
    providers: both('providers'),
    enterprises: both('enterprises'),
    trajectories: both('trajectories'),
  };
}

function scopeIsEmpty(actor: Actor, needs: Permission): boolean {
  if (needs === 'self') return actor.kind !== 'person';
  const scope = scopeFor(actor, needs);
  return ![scope.programmes, scope.lots, scope.providers, scope.enterprises, scope.trajectories].some(
    (ids) => ids && ids.length > 0,
  );
}

/** Whether one of the caller's grants that carries the permission lies on this very thing or above it. */
export function mayOn(actor: Actor, permission: Permission, handle: Handle): boolean {
  if (actor.kind === 'system') return true;
  const scope = scopeFor(actor, permission);
  const within = (ids: readonly string[] | undefined, id: string | null | undefined) =>
    id != null && (ids ?? []).includes(id);
  return (
    within(scope.programmes, handle.programme) ||
    within(scope.lots, handle.lot) ||
    within(scope.providers, handle.provider) ||
    within(scope.enterprises, handle.enterprise) ||
    within(scope.trajectories, handle.trajectory)
  );
}
