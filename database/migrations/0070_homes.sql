-- What home pages read in one look, however large the programme: kept counts, what came since the last visit, what has
-- been quiet for long. None of it grows with the number of trajectories.

-- Who brought an entry about: so that a home page does not tell people what they did themselves.
alter table timeline_entries add column by_person uuid default nullif(krachtlijn.scope_text('person'), '')::uuid;
comment on column timeline_entries.by_person is 'Whose act it was; empty for the system. Filled by the database from who calls.';
create index timeline_entries_new_in_programme on timeline_entries (programme_id, recorded_at desc, id desc);
create index timeline_entries_new_in_lot on timeline_entries (lot_id, recorded_at desc, id desc);
create index timeline_entries_new_in_provider on timeline_entries (provider_id, recorded_at desc, id desc);
create index timeline_entries_new_in_enterprise on timeline_entries (enterprise_id, recorded_at desc, id desc);

create table home_visits (
  person_id uuid primary key references people (id),
  seen_at timestamptz not null,
  since timestamptz
);
alter table home_visits enable row level security;
alter table home_visits force row level security;
create policy own_visit on home_visits to krachtlijn_app
  using (person_id::text = krachtlijn.scope_text('person') or krachtlijn.scope_system())
  with check (person_id::text = krachtlijn.scope_text('person') or krachtlijn.scope_system());
create policy owner_migrates on home_visits to krachtlijn_owner using (true) with check (true);
grant select, insert, update, delete on home_visits to krachtlijn_app;
comment on table home_visits is 'When somebody last looked at their home page, and until when the look before that lasted: what came since is new to them.';
comment on column home_visits.since is 'End of the sitting before this one; empty during the first.';

-- The last session stands on the trajectory, so that the quiet ones are found by key.
alter table trajectories add column last_session_on date;
comment on column trajectories.last_session_on is 'Day of the newest session; kept by the database.';
update trajectories t set last_session_on = s.day
  from (select trajectory_id, max(day) as day from guidance_sessions group by trajectory_id) s where s.trajectory_id = t.id;
create index trajectories_quiet_in_programme on trajectories (programme_id, coalesce(last_session_on, granted_on), id) where state in ('planning', 'guidance') and granted_on is not null;
create index trajectories_quiet_in_lot on trajectories (lot_id, coalesce(last_session_on, granted_on), id) where state in ('planning', 'guidance') and granted_on is not null;
create index trajectories_quiet_in_provider on trajectories (provider_id, coalesce(last_session_on, granted_on), id) where state in ('planning', 'guidance') and granted_on is not null;
create index follow_ups_missed_in_programme on follow_ups (programme_id, due, id) where done_on is null;
create index follow_ups_missed_in_lot on follow_ups (lot_id, due, id) where done_on is null;
create index follow_ups_missed_in_provider on follow_ups (provider_id, due, id) where done_on is null;
create index plans_waiting_in_programme on plans (programme_id, changed_at, trajectory_id) where state = 'submitted';
create index plans_waiting_in_lot on plans (lot_id, changed_at, trajectory_id) where state = 'submitted';
create index plans_waiting_in_provider on plans (provider_id, changed_at, trajectory_id) where state = 'submitted';
create index guidance_sessions_by_guide on guidance_sessions (guide_id, day);

-- Kept counts. A change appends what it adds or takes away, so that two people never wait for one row; a job folds the
-- appended rows into the totals. A count is the sum over both.
create table case_counts (
  id bigint generated always as identity primary key,
  programme_id uuid not null,
  lot_id uuid,
  provider_id uuid,
  what text not null check (what in ('trajectories', 'leads', 'reached', 'reached_in_month', 'hours')),
  state text not null default '',
  size text not null default '',
  sector text not null default '',
  month date not null default '0001-01-01',
  amount numeric not null,
  folded boolean not null default false
);
create unique index case_counts_totals on case_counts (programme_id, what, lot_id, provider_id, state, size, sector, month) nulls not distinct where folded;
create index case_counts_by_programme on case_counts (programme_id, what);
create index case_counts_by_lot on case_counts (lot_id, what);
create index case_counts_by_provider on case_counts (provider_id, what);
create index case_counts_appended on case_counts (id) where not folded;
select krachtlijn.protect('case_counts', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id"}');
grant select on case_counts to krachtlijn_app;
comment on table case_counts is 'How many leads, trajectories, reached enterprises and hours there are, by place and kind: totals, and changes that were not yet folded into them.';
comment on column case_counts.size is 'micro, small, medium, large or unknown, by workers alone (under 10, 50, 250); only for reached enterprises.';
comment on column case_counts.month is 'First day of the month in which guidance began; only for reached_in_month.';

create function krachtlijn.size_band(workers int) returns text language sql immutable parallel safe
  as $$ select case when workers is null then 'unknown' when workers < 10 then 'micro' when workers < 50 then 'small' when workers < 250 then 'medium' else 'large' end $$;

-- The totals take in what was appended. Returns how many rows were folded.
create function krachtlijn.fold_case_counts() returns bigint
  language sql security definer set search_path = public, pg_temp
  as $$
    with gone as (delete from case_counts where not folded returning *),
    summed as (
      insert into case_counts (programme_id, lot_id, provider_id, what, state, size, sector, month, amount, folded)
      select programme_id, lot_id, provider_id, what, state, size, sector, month, sum(amount), true from gone
      group by programme_id, lot_id, provider_id, what, state, size, sector, month having sum(amount) <> 0
      on conflict (programme_id, what, lot_id, provider_id, state, size, sector, month) where folded
      do update set amount = case_counts.amount + excluded.amount
    )
    select count(*) from gone
  $$;
revoke all on function krachtlijn.fold_case_counts() from public;
grant execute on function krachtlijn.fold_case_counts() to krachtlijn_app;

-- An enterprise is reached once, when guidance of a first trajectory begins; that it stops later does not undo it.
create table reached_enterprises (
  enterprise_id uuid primary key references enterprises (id),
  programme_id uuid not null,
  lot_id uuid not null,
  provider_id uuid not null,
  since date not null,
  size text not null,
  sector text not null
);
select krachtlijn.protect('reached_enterprises', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id","enterprises":"enterprise_id"}');
grant select on reached_enterprises to krachtlijn_app;
comment on table reached_enterprises is 'Enterprises whose guidance began, with what they are counted by; kept by the database.';

create function krachtlijn.count_reached() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    insert into case_counts (programme_id, lot_id, provider_id, what, size, sector, amount)
      select programme_id, lot_id, provider_id, 'reached', size, sector, -count(*) from before group by 1, 2, 3, 5, 6;
  else
    insert into case_counts (programme_id, lot_id, provider_id, what, month, amount)
      select programme_id, lot_id, provider_id, 'reached_in_month', date_trunc('month', since), count(*) from after group by 1, 2, 3, 5;
  end if;
  insert into case_counts (programme_id, lot_id, provider_id, what, size, sector, amount)
    select programme_id, lot_id, provider_id, 'reached', size, sector, count(*) from after group by 1, 2, 3, 5, 6;
  return null;
end $$;
create trigger count_added after insert on reached_enterprises referencing new table as after for each statement execute function krachtlijn.count_reached();
create trigger count_changed after update on reached_enterprises referencing old table as before new table as after for each statement execute function krachtlijn.count_reached();

-- Facts that somebody corrects later count as corrected.
create function krachtlijn.follow_facts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update reached_enterprises r set size = krachtlijn.size_band(e.workers), sector = coalesce(e.sector_code, '')
    from after e join before o on o.id = e.id
    where r.enterprise_id = e.id and (o.workers is distinct from e.workers or o.sector_code is distinct from e.sector_code)
      and (r.size, r.sector) is distinct from (krachtlijn.size_band(e.workers), coalesce(e.sector_code, ''));
  return null;
end $$;
create trigger follow_facts after update on enterprises referencing old table as before new table as after for each statement execute function krachtlijn.follow_facts();

create function krachtlijn.has_begun(state text, stopped_in text) returns boolean language sql immutable parallel safe
  as $$ select state in ('guidance', 'closing', 'follow_up', 'completed') or (state = 'stopped' and coalesce(stopped_in, '') in ('guidance', 'closing', 'follow_up')) $$;

create function krachtlijn.count_trajectories() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if not exists (select 1 from after a join before b on b.id = a.id where (a.state, a.lot_id, a.provider_id) is distinct from (b.state, b.lot_id, b.provider_id)) then
      return null;
    end if;
    insert into case_counts (programme_id, lot_id, provider_id, what, state, amount)
      select programme_id, lot_id, provider_id, 'trajectories', state, -count(*) from before group by 1, 2, 3, 5;
  end if;
  insert into case_counts (programme_id, lot_id, provider_id, what, state, amount)
    select programme_id, lot_id, provider_id, 'trajectories', state, count(*) from after group by 1, 2, 3, 5;
  insert into reached_enterprises (enterprise_id, programme_id, lot_id, provider_id, since, size, sector)
    select distinct on (t.enterprise_id) t.enterprise_id, t.programme_id, t.lot_id, t.provider_id,
      coalesce((select max(v.at at time zone 'Europe/Brussels')::date from plan_verdicts v where v.trajectory_id = t.id and v.outcome = 'approved'), t.granted_on, t.started_on), krachtlijn.size_band(e.workers), coalesce(e.sector_code, '')
    from after t join enterprises e on e.id = t.enterprise_id where krachtlijn.has_begun(t.state, t.stopped_in) order by t.enterprise_id, t.started_on, t.id
    on conflict (enterprise_id) do nothing;
  return null;
end $$;
create trigger count_added after insert on trajectories referencing new table as after for each statement execute function krachtlijn.count_trajectories();
create trigger count_changed after update on trajectories referencing old table as before new table as after for each statement execute function krachtlijn.count_trajectories();

create function krachtlijn.count_leads() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if not exists (select 1 from after a join before b on b.id = a.id where (a.state, a.lot_id, a.provider_id) is distinct from (b.state, b.lot_id, b.provider_id)) then
      return null;
    end if;
    insert into case_counts (programme_id, lot_id, provider_id, what, state, amount)
      select programme_id, lot_id, provider_id, 'leads', state, -count(*) from before group by 1, 2, 3, 5;
  end if;
  insert into case_counts (programme_id, lot_id, provider_id, what, state, amount)
    select programme_id, lot_id, provider_id, 'leads', state, count(*) from after group by 1, 2, 3, 5;
  return null;
end $$;
create trigger count_added after insert on leads referencing new table as after for each statement execute function krachtlijn.count_leads();
create trigger count_changed after update on leads referencing old table as before new table as after for each statement execute function krachtlijn.count_leads();

create function krachtlijn.count_hours() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    insert into case_counts (programme_id, lot_id, provider_id, what, amount)
      select programme_id, lot_id, provider_id, 'hours', -sum(hours) from before group by 1, 2, 3;
  end if;
  insert into case_counts (programme_id, lot_id, provider_id, what, amount)
    select programme_id, lot_id, provider_id, 'hours', sum(hours) from after group by 1, 2, 3;
  update trajectories t set last_session_on = s.day
    from (select g.trajectory_id, max(g.day) as day from guidance_sessions g where g.trajectory_id in (select trajectory_id from after) group by g.trajectory_id) s
    where s.trajectory_id = t.id and t.last_session_on is distinct from s.day;
  return null;
end $$;
create trigger count_added after insert on guidance_sessions referencing new table as after for each statement execute function krachtlijn.count_hours();
create trigger count_changed after update on guidance_sessions referencing old table as before new table as after for each statement execute function krachtlijn.count_hours();

-- What is there already.
insert into reached_enterprises (enterprise_id, programme_id, lot_id, provider_id, since, size, sector)
  select distinct on (t.enterprise_id) t.enterprise_id, t.programme_id, t.lot_id, t.provider_id,
    coalesce((select max(v.at at time zone 'Europe/Brussels')::date from plan_verdicts v where v.trajectory_id = t.id and v.outcome = 'approved'), t.granted_on, t.started_on),
    krachtlijn.size_band(e.workers), coalesce(e.sector_code, '')
  from trajectories t join enterprises e on e.id = t.enterprise_id where krachtlijn.has_begun(t.state, t.stopped_in) order by t.enterprise_id, t.started_on, t.id;
insert into case_counts (programme_id, lot_id, provider_id, what, state, amount)
  select programme_id, lot_id, provider_id, 'trajectories', state, count(*) from trajectories group by 1, 2, 3, 5;
insert into case_counts (programme_id, lot_id, provider_id, what, state, amount)
  select programme_id, lot_id, provider_id, 'leads', state, count(*) from leads group by 1, 2, 3, 5;
insert into case_counts (programme_id, lot_id, provider_id, what, amount)
  select programme_id, lot_id, provider_id, 'hours', sum(hours) from guidance_sessions group by 1, 2, 3;
select krachtlijn.fold_case_counts();
