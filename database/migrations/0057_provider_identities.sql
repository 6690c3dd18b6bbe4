-- Accounts at an outside provider (OpenID Connect), connected to a person by that person.

create table provider_identities (
  id uuid primary key,
  person_id uuid not null references people (id),
  lookup text not null unique,
  sealed bytea not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index provider_identities_by_person on provider_identities (person_id);
comment on table provider_identities is 'Which account at a provider is which person: found by a keyed hash of issuer and subject; the words are sealed.';
select krachtlijn.protect_own('provider_identities');
grant select, insert, update, delete on provider_identities to krachtlijn_app;
