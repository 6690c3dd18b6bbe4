-- People, what they may do, and how they sign in. Personal values are sealed under a key per person.

create table people (
  id uuid primary key,
  locale text not null default 'nl',
  email_lookup text unique,
  sealed bytea,
  created_at timestamptz not null default now(),
  erased_at timestamptz
);
create table person_keys (
  person_id uuid primary key references people (id),
  wrapped bytea not null
);
alter table people enable row level security;
alter table people force row level security;
create policy known_caller on people to krachtlijn_app
  using (krachtlijn.scope_text('actor') <> '') with check (krachtlijn.scope_text('actor') <> '');
create policy owner_migrates on people to krachtlijn_owner using (true) with check (true);
alter table person_keys enable row level security;
alter table person_keys force row level security;
create policy known_caller on person_keys to krachtlijn_app
  using (krachtlijn.scope_text('actor') <> '') with check (krachtlijn.scope_text('actor') <> '');
create policy owner_migrates on person_keys to krachtlijn_owner using (true) with check (true);
grant select, insert, update on people to krachtlijn_app;
grant select, insert, delete on person_keys to krachtlijn_app;

create table grants (
  id uuid primary key,
  person_id uuid not null references people (id),
  role text not null check (role in ('enterprise_lead', 'consultant', 'provider_member', 'lot_coordinator', 'programme_manager', 'evaluator', 'auditor')),
  scope text not null check (scope in ('programme', 'lot', 'provider', 'enterprise', 'trajectory')),
  scope_id uuid not null,
  programme_id uuid not null,
  granted_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create unique index grants_once on grants (person_id, role, scope, scope_id) where withdrawn_at is null;
create index grants_by_scope on grants (scope_id, role) where withdrawn_at is null;
alter table grants enable row level security;
alter table grants force row level security;
create policy within_scope on grants to krachtlijn_app
  using (person_id::text = krachtlijn.scope_text('person') or programme_id = any (krachtlijn.scope_ids('programmes')) or scope_id = any (krachtlijn.scope_ids('lots'))
    or scope_id = any (krachtlijn.scope_ids('providers')) or scope_id = any (krachtlijn.scope_ids('enterprises')) or scope_id = any (krachtlijn.scope_ids('trajectories')) or krachtlijn.scope_system())
  with check (programme_id = any (krachtlijn.scope_ids('programmes')) or scope_id = any (krachtlijn.scope_ids('lots'))
    or scope_id = any (krachtlijn.scope_ids('providers')) or scope_id = any (krachtlijn.scope_ids('enterprises')) or krachtlijn.scope_system());
create policy owner_migrates on grants to krachtlijn_owner using (true) with check (true);
grant select, insert, update on grants to krachtlijn_app;

create table web_sessions (
  id uuid primary key,
  token_hash text not null unique,
  person_id uuid not null references people (id),
  device text not null default '',
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index web_sessions_by_person on web_sessions (person_id);
alter table web_sessions enable row level security;
alter table web_sessions force row level security;
create policy own_sessions on web_sessions to krachtlijn_app
  using (person_id::text = krachtlijn.scope_text('person') or krachtlijn.scope_system())
  with check (person_id::text = krachtlijn.scope_text('person') or krachtlijn.scope_system());
create policy owner_migrates on web_sessions to krachtlijn_owner using (true) with check (true);
grant select, insert, update, delete on web_sessions to krachtlijn_app;

-- Links sent by mail: to sign in, to accept an invitation, to confirm a document. Only the hash of the secret is kept.
create table access_links (
  id uuid primary key,
  secret_hash text not null unique,
  purpose text not null check (purpose in ('sign_in', 'invitation', 'confirm')),
  person_id uuid references people (id),
  subject_id uuid,
  programme_id uuid,
  trajectory_id uuid,
  enterprise_id uuid,
  details jsonb not null default '{}',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index access_links_by_subject on access_links (subject_id);
alter table access_links enable row level security;
alter table access_links force row level security;
create policy within_scope on access_links to krachtlijn_app
  using (secret_hash = krachtlijn.scope_text('secret') or trajectory_id = any (krachtlijn.scope_ids('trajectories')) or enterprise_id = any (krachtlijn.scope_ids('enterprises'))
    or programme_id = any (krachtlijn.scope_ids('programmes')) or krachtlijn.scope_system())
  with check (true);
create policy owner_migrates on access_links to krachtlijn_owner using (true) with check (true);
grant select, insert, update on access_links to krachtlijn_app;

-- Who is calling: one question before the scope is known, so it runs with the owner's eyes and returns only the caller's own rows.
create function krachtlijn.authenticate(session_hash text)
  returns table (session_id uuid, person_id uuid, locale text, role text, scope text, scope_id uuid, programme_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select s.id, s.person_id, p.locale, g.role, g.scope, g.scope_id, g.programme_id
    from web_sessions s
    join people p on p.id = s.person_id and p.erased_at is null
    left join grants g on g.person_id = s.person_id and g.withdrawn_at is null
    where s.token_hash = session_hash and s.revoked_at is null and s.expires_at > now()
  $$;

create function krachtlijn.open_link(hash text)
  returns table (id uuid, purpose text, person_id uuid, subject_id uuid, programme_id uuid, enterprise_id uuid, trajectory_id uuid, expires_at timestamptz, used_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select id, purpose, person_id, subject_id, programme_id, enterprise_id, trajectory_id, expires_at, used_at from access_links where secret_hash = hash
  $$;
revoke all on function krachtlijn.authenticate(text), krachtlijn.open_link(text) from public;
grant execute on function krachtlijn.authenticate(text), krachtlijn.open_link(text) to krachtlijn_app;
