-- What lists are filtered and sorted by stands in the row that is listed, so that a page is read by key from one index.

alter table enterprises
  add column size text generated always as
    (case when workers is null then 'unknown' when workers < 10 then 'micro' when workers < 50 then 'small' when workers < 250 then 'medium' else 'large' end) stored,
  add column stage text not null default 'none',
  add column newest_trajectory uuid,
  add column started_on date;
comment on column enterprises.size is 'By workers alone: micro under 10, small under 50, medium under 250, large from there on, unknown.';
comment on column enterprises.stage is 'State of the newest trajectory, or none; kept by the database.';
comment on column enterprises.newest_trajectory is 'The trajectory that began last; kept by the database.';
comment on column enterprises.started_on is 'The day on which that one began; kept by the database.';

alter table trajectories add column enterprise_name text not null default '', add column size text not null default 'unknown', add column sector_code text;
comment on column trajectories.enterprise_name is 'Name of the enterprise; kept by the database.';
comment on column trajectories.size is 'Size of the enterprise, as in enterprises.size; kept by the database.';
comment on column trajectories.sector_code is 'Sector of the enterprise; kept by the database.';

update enterprises e set stage = t.state, newest_trajectory = t.id, started_on = t.started_on
  from (select distinct on (enterprise_id) enterprise_id, id, state, started_on from trajectories order by enterprise_id, started_on desc, id desc) t
  where t.enterprise_id = e.id;
update trajectories t set enterprise_name = e.name, size = e.size, sector_code = e.sector_code from enterprises e where e.id = t.enterprise_id;

-- These run with the owner's eyes: who starts a trajectory or corrects a fact need not see every row that repeats it.
create function krachtlijn.describe_trajectory() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select e.name, e.size, e.sector_code into new.enterprise_name, new.size, new.sector_code from enterprises e where e.id = new.enterprise_id;
  return new;
end $$;
create trigger describe_trajectory before insert on trajectories for each row execute function krachtlijn.describe_trajectory();

create function krachtlijn.follow_enterprise() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update trajectories set enterprise_name = new.name, size = new.size, sector_code = new.sector_code where enterprise_id = new.id;
  return null;
end $$;
create trigger follow_enterprise after update on enterprises for each row
  when ((old.name, old.size, old.sector_code) is distinct from (new.name, new.size, new.sector_code)) execute function krachtlijn.follow_enterprise();

create function krachtlijn.follow_trajectory() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update enterprises e set stage = new.state, newest_trajectory = new.id, started_on = new.started_on
    where e.id = new.enterprise_id and (e.newest_trajectory is null or e.newest_trajectory = new.id or (e.started_on, e.newest_trajectory) < (new.started_on, new.id))
      and (e.stage, e.newest_trajectory, e.started_on) is distinct from (new.state, new.id, new.started_on);
  return null;
end $$;
create trigger follow_trajectory_added after insert on trajectories for each row execute function krachtlijn.follow_trajectory();
create trigger follow_trajectory_changed after update on trajectories for each row
  when ((old.state, old.started_on) is distinct from (new.state, new.started_on)) execute function krachtlijn.follow_trajectory();

-- One index for each reach and each order; filters that are common lead, rare ones are looked at on the way.
create index enterprises_of_lot on enterprises (lot_id, name, id);
create index enterprises_of_provider on enterprises (provider_id, name, id);
create index enterprises_staged on enterprises (programme_id, stage, name, id);
create index enterprises_staged_of_lot on enterprises (lot_id, stage, name, id);
create index enterprises_staged_of_provider on enterprises (provider_id, stage, name, id);
create index enterprises_by_sector on enterprises (programme_id, sector_code, name, id);
create index enterprises_newest on enterprises (programme_id, created_at desc, id desc);
create index enterprises_newest_of_lot on enterprises (lot_id, created_at desc, id desc);
create index enterprises_newest_of_provider on enterprises (provider_id, created_at desc, id desc);

create index trajectories_begun on trajectories (programme_id, started_on desc, id desc);
create index trajectories_begun_of_lot on trajectories (lot_id, started_on desc, id desc);
create index trajectories_begun_of_provider on trajectories (provider_id, started_on desc, id desc);
create index trajectories_staged on trajectories (programme_id, state, started_on desc, id desc);
create index trajectories_staged_of_lot on trajectories (lot_id, state, started_on desc, id desc);
create index trajectories_staged_of_provider on trajectories (provider_id, state, started_on desc, id desc);
create index trajectories_by_sector on trajectories (programme_id, sector_code, started_on desc, id desc);
create index trajectories_named on trajectories (programme_id, enterprise_name, id);
create index trajectories_named_of_lot on trajectories (lot_id, enterprise_name, id);
create index trajectories_named_of_provider on trajectories (provider_id, enterprise_name, id);
drop index trajectories_by_programme;
drop index trajectories_by_provider;

create index guidance_sessions_of_programme on guidance_sessions (programme_id, day desc, id desc);
create index guidance_sessions_of_lot on guidance_sessions (lot_id, day desc, id desc);
create index guidance_sessions_of_provider on guidance_sessions (provider_id, day desc, id desc);

-- Views of lists that somebody kept for themselves.
create table saved_views (
  id uuid primary key,
  person_id uuid not null references people (id),
  list text not null check (list in ('enterprises', 'trajectories', 'leads', 'sessions', 'tasks')),
  name text not null,
  query text not null,
  created_at timestamptz not null default now(),
  unique (person_id, list, name)
);
alter table saved_views enable row level security;
alter table saved_views force row level security;
create policy own_view on saved_views to krachtlijn_app
  using (person_id::text = krachtlijn.scope_text('person') or krachtlijn.scope_system())
  with check (person_id::text = krachtlijn.scope_text('person') or krachtlijn.scope_system());
create policy owner_migrates on saved_views to krachtlijn_owner using (true) with check (true);
grant select, insert, update, delete on saved_views to krachtlijn_app;
comment on table saved_views is 'A list with filters that somebody gave a name, for themselves alone.';
comment on column saved_views.query is 'The part of the address behind the question mark.';
