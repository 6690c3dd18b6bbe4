-- Ways to sign in beside the link: password with a second factor, passkey, an outside provider. Nothing here is readable
-- by whoever steals the table: secrets are hashed, or sealed under the key of the person they belong to.

-- Rows that belong to one person: that person sees them, and the system does.
create function krachtlijn.protect_own(table_name text) returns void
  language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy own_rows on %I to krachtlijn_app
    using (person_id::text = krachtlijn.scope_text(''person'') or krachtlijn.scope_system())
    with check (person_id::text = krachtlijn.scope_text(''person'') or krachtlijn.scope_system())', table_name);
  execute format('create policy owner_migrates on %I to krachtlijn_owner using (true) with check (true)', table_name);
end $$;

alter table web_sessions
  add column method text not null default 'link' check (method in ('link', 'passkey', 'password', 'provider', 'example')),
  add column organisation_code text,
  add column organisation_name text,
  add column provider_token bytea;
comment on column web_sessions.organisation_code is 'For which organisation somebody signed in, as the provider says; the session holds only the roles of that organisation and those of none.';
comment on column web_sessions.provider_token is 'The identity token, sealed under the person’s key: to sign out at the provider as well.';

alter table grants add column organisation text;
comment on column grants.organisation is 'The role counts only in a session for this organisation; empty: in every session.';

create or replace function krachtlijn.authenticate(session_hash text)
  returns table (session_id uuid, person_id uuid, locale text, role text, scope text, scope_id uuid, programme_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select s.id, s.person_id, p.locale, g.role, g.scope, g.scope_id, g.programme_id
    from web_sessions s
    join people p on p.id = s.person_id and p.erased_at is null
    left join grants g on g.person_id = s.person_id and g.withdrawn_at is null
      and (g.organisation is null or g.organisation = s.organisation_code)
    where s.token_hash = session_hash and s.revoked_at is null and s.expires_at > now()
  $$;

-- Whoever holds something open for a session (a stream) hears at once that it ended, in every process.
create function krachtlijn.tell_revoked() returns trigger language plpgsql as $$
begin
  perform pg_notify('session_revoked', new.id::text);
  return null;
end $$;
create trigger tell_revoked after update of revoked_at on web_sessions for each row
  when (old.revoked_at is null and new.revoked_at is not null) execute function krachtlijn.tell_revoked();

create table known_devices (
  person_id uuid not null references people (id),
  secret_hash text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (person_id, secret_hash)
);
comment on table known_devices is 'Browsers in which somebody has signed in: guesses from elsewhere never slow these down.';
select krachtlijn.protect_own('known_devices');
grant select, insert, update, delete on known_devices to krachtlijn_app;

create table passwords (
  person_id uuid primary key references people (id),
  hash text not null,
  set_at timestamptz not null,
  totp bytea,
  totp_step bigint not null default 0,
  totp_since timestamptz,
  pending_totp bytea
);
comment on table passwords is 'A password works only together with a second factor: while `totp` is empty nobody signs in with it.';
comment on column passwords.hash is 'scrypt, with its parameters and salt.';
comment on column passwords.totp is 'The secret of the code app, sealed under the person’s key.';
comment on column passwords.totp_step is 'The newest time step of which a code was used: a code works once.';
comment on column passwords.pending_totp is 'A secret that was shown and not confirmed by a code yet.';
select krachtlijn.protect_own('passwords');
grant select, insert, update, delete on passwords to krachtlijn_app;

create table recovery_codes (
  person_id uuid not null references people (id),
  hash text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, hash)
);
comment on table recovery_codes is 'For whoever lost the code app: each works once instead of a code.';
select krachtlijn.protect_own('recovery_codes');
grant select, insert, update, delete on recovery_codes to krachtlijn_app;

create table sign_in_tries (
  bucket text primary key,
  tries int not null,
  last_at timestamptz not null
);
comment on table sign_in_tries is 'Guesses at a password, counted per account and device, network, or all unknown devices together; the keys are hashes.';
select krachtlijn.protect('sign_in_tries', '{}');
grant select, insert, update, delete on sign_in_tries to krachtlijn_app;
