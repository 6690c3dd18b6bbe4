-- The foundation: who may see what (row-level security), the trail, the outbox and the two registries.
-- Roles are created by the migration runner, since they belong to the cluster and not to this database.

create schema if not exists krachtlijn;
grant usage on schema krachtlijn to krachtlijn_app;

-- What the current transaction may see. Set by the operation wrapper; unset means: nothing.
create function krachtlijn.scope_ids(kind text) returns uuid[]
  language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('scope.' || kind, true), ''), '{}')::uuid[] $$;

create function krachtlijn.scope_text(kind text) returns text
  language sql stable parallel safe
  as $$ select coalesce(current_setting('scope.' || kind, true), '') $$;

create function krachtlijn.scope_system() returns boolean
  language sql stable parallel safe
  as $$ select coalesce(current_setting('scope.system', true), '') = 'on' $$;

-- Puts a table behind row-level security. `columns` says which column is compared with which part of the scope:
-- protect('leads', '{"programmes": "programme_id", "lots": "lot_id"}'). Rows are visible when any of them matches.
create function krachtlijn.protect(table_name text, columns jsonb) returns void
  language plpgsql as $$
declare
  condition text;
begin
  -- The scope is read once a query (a scalar sub-select), not once a row.
  select string_agg(format('%I = any ((select krachtlijn.scope_ids(%L))::uuid[])', value, key), ' or ' order by key)
    into condition from jsonb_each_text(columns);
  condition := coalesce(condition || ' or ', '') || '(select krachtlijn.scope_system())';
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy within_scope on %I to krachtlijn_app using (%s) with check (%s)', table_name, condition, condition);
  execute format('create policy owner_migrates on %I to krachtlijn_owner using (true) with check (true)', table_name);
end $$;

-- The trail. Written in the transaction of the command; never changed, never deleted.
create table audit_entries (
  id uuid primary key,
  at timestamptz not null,
  operation text not null,
  actor_kind text not null check (actor_kind in ('person', 'visitor', 'link', 'system')),
  actor_id uuid,
  subject_kind text,
  subject_id uuid,
  programme_id uuid,
  lot_id uuid,
  provider_id uuid,
  enterprise_id uuid,
  trajectory_id uuid,
  fields text[] not null default '{}',
  details jsonb not null default '{}',
  digest text not null
);
create index audit_entries_by_programme on audit_entries (programme_id, id);
create index audit_entries_by_trajectory on audit_entries (trajectory_id, id);
alter table audit_entries enable row level security;
alter table audit_entries force row level security;
create policy anyone_adds on audit_entries for insert to krachtlijn_app with check (true);
create policy within_scope on audit_entries for select to krachtlijn_app
  using (programme_id = any (krachtlijn.scope_ids('programmes')) or krachtlijn.scope_system());
create policy owner_migrates on audit_entries to krachtlijn_owner using (true) with check (true);
grant select, insert on audit_entries to krachtlijn_app;

-- The chain over the trail: each seal covers the one before, so a changed or missing entry shows.
create table audit_seals (
  seq bigint primary key,
  entry_id uuid not null unique references audit_entries (id),
  hash text not null,
  sealed_at timestamptz not null default now()
);
alter table audit_seals enable row level security;
alter table audit_seals force row level security;
create policy system_seals on audit_seals to krachtlijn_app using (krachtlijn.scope_system()) with check (krachtlijn.scope_system());
create policy owner_migrates on audit_seals to krachtlijn_owner using (true) with check (true);
grant select, insert on audit_seals to krachtlijn_app;

create function krachtlijn.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entries_stay before update or delete on audit_entries for each row execute function krachtlijn.refuse_change();
create trigger audit_seals_stay before update or delete on audit_seals for each row execute function krachtlijn.refuse_change();

-- Mail leaves through this table: written in the transaction, sent by a job, shown on the outbox page of the example.
create table mails (
  id uuid primary key,
  person_id uuid not null,
  template text not null,
  locale text not null,
  parameters jsonb not null default '{}',
  secrets bytea,
  state text not null default 'queued' check (state in ('queued', 'sent', 'kept', 'failed')),
  attempts int not null default 0,
  problem text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index mails_newest on mails (created_at desc, id desc);
select krachtlijn.protect('mails', '{}');
-- Every operation may put a letter in the box; only the system reads the box.
create policy anyone_posts on mails for insert to krachtlijn_app with check (true);
grant select, insert, update, delete on mails to krachtlijn_app;

-- A command that arrives twice under one key runs once; the second caller gets the first result.
create table idempotency_keys (
  actor text not null,
  operation text not null,
  key text not null,
  result jsonb,
  created_at timestamptz not null default now(),
  primary key (actor, operation, key)
);
grant select, insert, update, delete on idempotency_keys to krachtlijn_app;
select krachtlijn.protect('idempotency_keys', '{}');
create policy own_key on idempotency_keys to krachtlijn_app
  using (actor = krachtlijn.scope_text('actor')) with check (actor = krachtlijn.scope_text('actor'));

-- How often a public door was used in a window; the caller's address is hashed with a salt of the day.
create table door_uses (
  caller text not null,
  operation text not null,
  slot timestamptz not null,
  uses int not null default 1,
  primary key (caller, operation, slot)
);
grant select, insert, update, delete on door_uses to krachtlijn_app;

create table files (
  id uuid primary key,
  programme_id uuid,
  lot_id uuid,
  provider_id uuid,
  enterprise_id uuid,
  trajectory_id uuid,
  name text not null,
  media_type text not null,
  sha256 text not null,
  bytes bytea not null,
  created_at timestamptz not null default now()
);
select krachtlijn.protect('files', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id","enterprises":"enterprise_id","trajectories":"trajectory_id"}');
grant select, insert, delete on files to krachtlijn_app;

-- Registry 1: what happened, one line an event. Parameters hold codes, figures and ids of people, never their names.
create table timeline_entries (
  id uuid primary key,
  programme_id uuid not null,
  lot_id uuid,
  provider_id uuid,
  enterprise_id uuid not null,
  trajectory_id uuid,
  kind text not null,
  day date not null,
  text_key text not null,
  parameters jsonb not null default '{}',
  link text,
  office_only boolean not null default false,
  recorded_at timestamptz not null default now()
);
create index timeline_entries_by_enterprise on timeline_entries (enterprise_id, day desc, id desc);
select krachtlijn.protect('timeline_entries', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id","enterprises":"enterprise_id","trajectories":"trajectory_id"}');
grant select, insert, update, delete on timeline_entries to krachtlijn_app;

-- Registry 2: what waits for whom.
create table waiting_tasks (
  id uuid primary key,
  programme_id uuid not null,
  lot_id uuid,
  provider_id uuid,
  enterprise_id uuid,
  trajectory_id uuid,
  kind text not null,
  subject_id uuid not null,
  roles text[] not null,
  person_id uuid,
  due date,
  text_key text not null,
  parameters jsonb not null default '{}',
  link text not null,
  opened_at timestamptz not null default now(),
  done_at timestamptz
);
create unique index waiting_tasks_once on waiting_tasks (kind, subject_id) where done_at is null;
create index waiting_tasks_open on waiting_tasks (programme_id, due, id) where done_at is null;
create index waiting_tasks_by_trajectory on waiting_tasks (trajectory_id) where done_at is null;
select krachtlijn.protect('waiting_tasks', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id","enterprises":"enterprise_id","trajectories":"trajectory_id"}');
grant select, insert, update, delete on waiting_tasks to krachtlijn_app;

-- What somebody is typing: never a command, never audited, gone when it is sent.
create table drafts (
  person_id uuid not null,
  form text not null,
  subject_id uuid not null,
  content bytea not null,
  saved_at timestamptz not null default now(),
  primary key (person_id, form, subject_id)
);
alter table drafts enable row level security;
alter table drafts force row level security;
create policy own_draft on drafts to krachtlijn_app
  using (person_id::text = krachtlijn.scope_text('person') or krachtlijn.scope_system())
  with check (person_id::text = krachtlijn.scope_text('person') or krachtlijn.scope_system());
create policy owner_migrates on drafts to krachtlijn_owner using (true) with check (true);
grant select, insert, update, delete on drafts to krachtlijn_app;
