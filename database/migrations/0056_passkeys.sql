-- Passkeys, and what the server asked for and waits for an answer to.

create table passkeys (
  id uuid primary key,
  person_id uuid not null references people (id),
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  sealed_name bytea not null,
  backed_up boolean not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkeys_by_person on passkeys (person_id);
comment on table passkeys is 'Passkeys: public keys whose private half never leaves somebody’s device; the name they gave it is sealed.';
comment on column passkeys.counter is 'How often the device says it signed; one that goes back is a copy and is refused.';
select krachtlijn.protect_own('passkeys');
grant select, insert, update, delete on passkeys to krachtlijn_app;

create table sign_in_challenges (
  hash text primary key,
  purpose text not null check (purpose in ('passkey_add', 'passkey_sign_in', 'provider', 'connect')),
  person_id uuid references people (id),
  content bytea,
  expires_at timestamptz not null
);
create index sign_in_challenges_by_expiry on sign_in_challenges (expires_at);
comment on table sign_in_challenges is 'What a browser must answer to: used once, for some minutes; the row goes with the first answer, right or wrong.';
comment on column sign_in_challenges.content is 'What belongs to it, sealed under the key of the instance.';
select krachtlijn.protect_own('sign_in_challenges');
grant select, insert, delete on sign_in_challenges to krachtlijn_app;
