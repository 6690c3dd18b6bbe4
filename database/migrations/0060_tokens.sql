-- The interface for programs: machine accounts, tokens, how fast a token is used, and what a key against double sending was sent with.

create table machine_accounts (
  person_id uuid primary key references people (id),
  programme_id uuid not null references programmes (id),
  lot_id uuid references lots (id),
  provider_id uuid references providers (id),
  name text not null,
  made_by uuid not null references people (id),
  made_at timestamptz not null,
  closed_at timestamptz
);
select krachtlijn.protect('machine_accounts', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id"}');
grant select, insert, update on machine_accounts to krachtlijn_app;
comment on table machine_accounts is 'A program that works in its own name: it holds a role on a programme, lot or partner, and has no way to sign in.';
comment on column machine_accounts.person_id is 'It stands among the people, so that whatever it does names it as it names somebody.';

create table access_tokens (
  id uuid primary key,
  token_hash text not null unique,
  hint text not null,
  person_id uuid not null references people (id),
  programme_id uuid,
  lot_id uuid,
  provider_id uuid,
  name text not null,
  scopes text[] not null,
  made_by uuid not null references people (id),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz,
  check (expires_at <= made_at + interval '366 days')
);
create index access_tokens_by_person on access_tokens (person_id);
select krachtlijn.protect('access_tokens', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id"}');
create policy own_tokens on access_tokens to krachtlijn_app
  using (person_id::text = krachtlijn.scope_text('person')) with check (person_id::text = krachtlijn.scope_text('person'));
grant select, insert, update on access_tokens to krachtlijn_app;
comment on table access_tokens is 'Keys with which programs call the interface, of a person or of a machine account; only the hash of a key is kept.';
comment on column access_tokens.hint is 'The first characters, so that somebody recognises which one it is.';
comment on column access_tokens.programme_id is 'Where the machine account lies; empty for the token of a person, which only they see.';
comment on column access_tokens.used_at is 'When it was last used, to the minute.';

-- Worth nothing after a crash: a bucket that is gone is a full one.
create unlogged table token_buckets (
  token_id uuid primary key references access_tokens (id) on delete cascade,
  remaining double precision not null,
  at timestamptz not null
);
select krachtlijn.protect('token_buckets', '{}');
grant select on token_buckets to krachtlijn_app;
comment on table token_buckets is 'How much of its allowance a token has left; shared by every process, lost in a crash.';

-- Who calls with a token, and whether they may now: one question before the scope is known, so it runs with the owner's eyes.
-- Spends one use. Gives no row for a token that is unknown, revoked, too old, or of somebody who is gone.
create function krachtlijn.spend_token(hash text, capacity double precision, per_second double precision)
  returns table (token_id uuid, remaining double precision, allowed boolean)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
#variable_conflict use_column
declare
  known uuid;
  had double precision;
  since timestamptz;
  moment timestamptz;
  spent boolean;
begin
  select t.id into known from access_tokens t
    join people p on p.id = t.person_id and p.erased_at is null
    left join machine_accounts m on m.person_id = t.person_id
    where t.token_hash = hash and t.revoked_at is null and t.expires_at > clock_timestamp() and m.closed_at is null;
  if known is null then return; end if;
  insert into token_buckets (token_id, remaining, at) values (known, capacity, clock_timestamp()) on conflict do nothing;
  select b.remaining, b.at into had, since from token_buckets b where b.token_id = known for update;
  -- The clock is read once the row is ours: whoever waited for it counts from then.
  moment := clock_timestamp();
  had := least(capacity, had + greatest(0, extract(epoch from moment - since)) * per_second);
  -- A refused use costs nothing, so that whoever waits as long as they are told is let in.
  spent := had >= 1;
  if spent then had := had - 1; end if;
  update token_buckets b set remaining = had, at = greatest(since, moment) where b.token_id = known;
  update access_tokens t set used_at = date_trunc('minute', moment)
    where t.id = known and (t.used_at is null or t.used_at < date_trunc('minute', moment));
  return query select known, had, spent;
end $$;

create function krachtlijn.authenticate_token(hash text)
  returns table (token_id uuid, person_id uuid, locale text, scopes text[], role text, scope text, scope_id uuid, programme_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select t.id, t.person_id, p.locale, t.scopes, g.role, g.scope, g.scope_id, g.programme_id
    from access_tokens t
    join people p on p.id = t.person_id and p.erased_at is null
    left join machine_accounts m on m.person_id = t.person_id
    left join grants g on g.person_id = t.person_id and g.withdrawn_at is null
    where t.token_hash = hash and t.revoked_at is null and t.expires_at > now() and m.closed_at is null
  $$;
revoke all on function krachtlijn.spend_token(text, double precision, double precision), krachtlijn.authenticate_token(text) from public;
grant execute on function krachtlijn.spend_token(text, double precision, double precision), krachtlijn.authenticate_token(text) to krachtlijn_app;

alter table idempotency_keys add column input_digest text;
comment on column idempotency_keys.input_digest is 'A salted hash of what was sent, so that one key for two different things is refused.';
