-- The case: enterprise, lead, trajectory. Every row carries its programme and the parties that may see it.

create table enterprises (
  id uuid primary key,
  programme_id uuid not null references programmes (id),
  lot_id uuid references lots (id),
  provider_id uuid references providers (id),
  number text not null,
  name text not null,
  municipality text,
  organisation_kind text not null default 'enterprise' check (organisation_kind in ('enterprise', 'social_profit', 'local_authority')),
  care_kind text,
  sector_code text,
  joint_committees jsonb not null default '[]',
  workers int,
  locale text not null default 'nl',
  created_at timestamptz not null default now(),
  version int not null default 1,
  unique (programme_id, number)
);
create index enterprises_by_name on enterprises (programme_id, name, id);
select krachtlijn.protect('enterprises', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id","enterprises":"id"}');
grant select, insert, update on enterprises to krachtlijn_app;

create table enterprise_people (
  id uuid primary key,
  programme_id uuid not null,
  lot_id uuid,
  provider_id uuid,
  enterprise_id uuid not null references enterprises (id),
  person_id uuid not null references people (id),
  capacity text not null,
  main boolean not null default false,
  added_at timestamptz not null default now(),
  unique (enterprise_id, person_id)
);
select krachtlijn.protect('enterprise_people', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id","enterprises":"enterprise_id"}');
grant select, insert, update, delete on enterprise_people to krachtlijn_app;

create table leads (
  id uuid primary key,
  programme_id uuid not null references programmes (id),
  lot_id uuid references lots (id),
  provider_id uuid references providers (id),
  enterprise_id uuid not null references enterprises (id),
  state text not null default 'new' check (state in ('new', 'taken', 'declined', 'withdrawn', 'converted')),
  source text not null default 'website',
  contact_id uuid not null references people (id),
  taken_by uuid references people (id),
  wants_call boolean not null default false,
  message text,
  consent_at timestamptz not null,
  next_contact_on date,
  decline_reason text,
  decline_words text,
  scan_id uuid,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create unique index leads_one_open on leads (enterprise_id) where state in ('new', 'taken');
create index leads_by_provider on leads (provider_id, state, created_at desc, id desc);
create index leads_by_programme on leads (programme_id, created_at desc, id desc);
select krachtlijn.protect('leads', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id"}');
grant select, insert, update on leads to krachtlijn_app;

create table lead_contacts (
  id uuid primary key,
  programme_id uuid not null,
  lot_id uuid,
  provider_id uuid,
  enterprise_id uuid not null,
  lead_id uuid not null references leads (id),
  by_person uuid not null references people (id),
  day date not null,
  channel text not null,
  words text not null default '',
  created_at timestamptz not null default now()
);
create index lead_contacts_by_lead on lead_contacts (lead_id, day desc, id desc);
select krachtlijn.protect('lead_contacts', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id"}');
grant select, insert on lead_contacts to krachtlijn_app;

create table trajectories (
  id uuid primary key,
  programme_id uuid not null references programmes (id),
  lot_id uuid not null references lots (id),
  provider_id uuid not null references providers (id),
  enterprise_id uuid not null references enterprises (id),
  lead_id uuid references leads (id),
  state text not null default 'intake' check (state in ('intake', 'eligibility', 'agreement', 'planning', 'guidance', 'closing', 'follow_up', 'completed', 'stopped')),
  definition_version text not null,
  started_on date not null,
  granted_on date,
  stop_reason text,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index trajectories_by_enterprise on trajectories (enterprise_id);
create index trajectories_by_provider on trajectories (provider_id, state, id);
create index trajectories_by_programme on trajectories (programme_id, state, id);
select krachtlijn.protect('trajectories', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id","enterprises":"enterprise_id","trajectories":"id"}');
grant select, insert, update on trajectories to krachtlijn_app;

-- A row that belongs to a trajectory takes over who may see it; the store only names the trajectory.
create function krachtlijn.inherit_scope() returns trigger language plpgsql as $$
begin
  select t.programme_id, t.lot_id, t.provider_id, t.enterprise_id
    into new.programme_id, new.lot_id, new.provider_id, new.enterprise_id
    from trajectories t where t.id = new.trajectory_id;
  return new;
end $$;

-- Gives a table of a trajectory its protection: columns programme_id … trajectory_id must be there.
create function krachtlijn.belongs_to_trajectory(table_name text) returns void language plpgsql as $$
begin
  execute format('create trigger inherit_scope before insert on %I for each row execute function krachtlijn.inherit_scope()', table_name);
  perform krachtlijn.protect(table_name, '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id","enterprises":"enterprise_id","trajectories":"trajectory_id"}');
end $$;

create table trajectory_guides (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  trajectory_id uuid not null references trajectories (id),
  person_id uuid not null references people (id),
  capacity text not null check (capacity in ('consultant', 'sector_consultant')),
  since date not null,
  until date,
  unique (trajectory_id, person_id)
);
select krachtlijn.belongs_to_trajectory('trajectory_guides');
grant select, insert, update on trajectory_guides to krachtlijn_app;

-- The name and language of an enterprise whose trajectory is in sight: for who confirms through a link and sees only the trajectory.
create function krachtlijn.enterprise_name(enterprise uuid) returns table (name text, locale text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select name, locale from enterprises where id = enterprise $$;
revoke all on function krachtlijn.enterprise_name(uuid) from public;
grant execute on function krachtlijn.enterprise_name(uuid) to krachtlijn_app;
