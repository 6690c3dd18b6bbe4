import sql from 'sql-template-tag';
import type { Locale } from '#shared/localised.ts';
import { enterScope, type Db, type Scope } from './database/pool.ts';
import { rolesWith, type Grant, type Permission, type Role, type ScopeKind } from './permissions.ts';
import { hashSecret } from './sealing.ts';

/** What a caller shows: a cookie, the secret of a link, or nothing. The address is only used to count uses of a public door. */
export interface Credentials {
  readonly session?: string | undefined;
  readonly link?: string | undefined;
  /** The key of a program, from the `Authorization` header of the interface; pages never take one. */
  readonly token?: string | undefined;
  readonly address?: string | undefined;
  readonly locale: Locale;
  /** The language that the address asks for (`?lang=`): it goes before the one a person chose. */
  readonly asked?: Locale | undefined;
  /** Only code of ours can say this: background jobs and the command line. */
  readonly system?: string;
  /** Who they turned out to be, kept while one page is drawn by several queries. Only a request has one. */
  readonly memo?: { actor?: Actor };
  /** A person in whose name code of ours acts: the seeder of the example programme and the tests. Never set from a request. */
  readonly as?: string;
}

export type Actor =
  | { readonly kind: 'visitor'; readonly locale: Locale; readonly grants: readonly Grant[] }
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly session: string;
      /** With which token, when a program calls: it may do what its scopes say and no more. */
      readonly token?: { readonly id: string; readonly scopes: readonly string[] };
      readonly locale: Locale;
      readonly grants: readonly Grant[];
    }
  | {
      readonly kind: 'link';
      readonly id: string;
      readonly person?: string;
      readonly subject: string;
      readonly locale: Locale;
      readonly grants: readonly Grant[];
    }
  | { readonly kind: 'system'; readonly job: string; readonly locale: Locale; readonly grants: readonly Grant[] };

interface SessionRow {
  session_id: string;
  person_id: string;
  locale: Locale;
  role: Role | null;
  scope: ScopeKind | null;
  scope_id: string | null;
  programme_id: string | null;
}

interface TokenRow extends Omit<SessionRow, 'session_id'> {
  token_id: string;
  scopes: string[];
}

interface LinkRow {
  id: string;
  purpose: string;
  person_id: string | null;
  subject_id: string | null;
  programme_id: string | null;
  trajectory_id: string | null;
  expires_at: Date;
}

const languages = new WeakMap<Credentials, Locale>();

/** The language of who showed these credentials, once that is known: for what is said to them when something is refused. */
export function localeOfCaller(credentials: Credentials): Locale {
  return languages.get(credentials) ?? credentials.locale;
}

/** Finds out who calls. An expired, revoked or invented cookie is a visitor, without a word about which of the three. */
export async function authenticate(db: Db, credentials: Credentials, now: Date): Promise<Actor> {
  if (credentials.memo?.actor) return credentials.memo.actor;
  const actor = await findActor(db, credentials, now);
  languages.set(credentials, actor.locale);
  if (credentials.memo) credentials.memo.actor = actor;
  return actor;
}

async function findActor(db: Db, credentials: Credentials, now: Date): Promise<Actor> {
  const { locale } = credentials;
  if (credentials.system) return { kind: 'system', job: credentials.system, locale, grants: [] };
  if (credentials.as) return actAs(db, credentials.as);
  if (credentials.link) {
    const link = await db.maybe<LinkRow>(sql`select * from krachtlijn.open_link(${hashSecret(credentials.link)})`);
    if (
      link &&
      link.purpose === 'confirm' &&
      link.trajectory_id &&
      link.programme_id &&
      link.subject_id &&
      link.expires_at > now
    ) {
      const grants: Grant[] = [
        { role: 'link_holder', scope: 'trajectory', id: link.trajectory_id, programme: link.programme_id },
      ];
      return {
        kind: 'link',
        id: link.id,
        subject: link.subject_id,
        locale,
        grants,
        ...(link.person_id ? { person: link.person_id } : {}),
      };
    }
  }
  if (credentials.token) {
    const rows = await db.many<TokenRow>(
      sql`select * from krachtlijn.authenticate_token(${hashSecret(credentials.token)})`,
    );
    const first = rows[0];
    if (first) {
      return {
        kind: 'person',
        id: first.person_id,
        // A program has no session that could be ended: its own id stands there, which is nobody's.
        session: first.token_id,
        token: { id: first.token_id, scopes: first.scopes },
        locale: credentials.asked ?? first.locale,
        grants: grantsIn(rows),
      };
    }
  }
  if (credentials.session) {
    const rows = await db.many<SessionRow>(
      sql`select * from krachtlijn.authenticate(${hashSecret(credentials.session)})`,
    );
    const first = rows[0];
    if (first) {
      const grants = grantsIn(rows);
      return {
        kind: 'person',
        id: first.person_id,
        session: first.session_id,
        locale: credentials.asked ?? first.locale,
        grants,
      };
    }
  }
  return { kind: 'visitor', locale, grants: [] };
}

function grantsIn(rows: readonly Pick<SessionRow, 'role' | 'scope' | 'scope_id' | 'programme_id'>[]): Grant[] {
  return rows.flatMap((row) =>
    row.role && row.scope && row.scope_id && row.programme_id
      ? [{ role: row.role, scope: row.scope, id: row.scope_id, programme: row.programme_id }]
      : [],
  );
}

async function actAs(db: Db, person: string): Promise<Actor> {
  await enterScope(db, { actor: 'system:as', system: true });
  const { locale } = await db.one<{ locale: Locale }>(sql`select locale from people where id = ${person}`);
  const grants = await db.many<Grant>(
    sql`select role, scope, scope_id as id, programme_id as programme from grants where person_id = ${person} and withdrawn_at is null and organisation is null`,
  );
  return { kind: 'person', id: person, session: person, locale, grants };
}

export function actorId(actor: Actor): string | undefined {
  return actor.kind === 'person' || actor.kind === 'link' ? actor.id : undefined;
}

function actorName(actor: Actor): string {
  return actor.kind === 'system' ? `system:${actor.job}` : `${actor.kind}:${actorId(actor) ?? ''}`;
}

/** The grants that carry a permission. */
export function grantsFor(actor: Actor, permission: Permission): readonly Grant[] {
  const holders = rolesWith(permission);
  return actor.grants.filter((grant) => holders.includes(grant.role));
}

/** The narrowest scope for a permission: only what is reached by grants that carry it. */
export function scopeFor(actor: Actor, permission: Permission): Scope {
  const grants = grantsFor(actor, permission);
  const ids = (kind: ScopeKind) => grants.filter((grant) => grant.scope === kind).map((grant) => grant.id);
  return {
    ...bareScope(actor),
    programmes: ids('programme'),
    lots: ids('lot'),
    providers: ids('provider'),
    enterprises: ids('enterprise'),
    trajectories: ids('trajectory'),
  };
}

/** Who calls, and nothing more. */
export function bareScope(actor: Actor): Scope {
  const person = actor.kind === 'person' ? actor.id : actor.kind === 'link' ? actor.person : undefined;
  return { actor: actorName(actor), system: actor.kind === 'system', ...(person ? { person } : {}) };
}
