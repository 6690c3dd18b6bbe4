-- What a lot has left is read from kept counts, and what stands in the way from an index of the decisions in which something does: the
-- page of decisions does not grow with the programme.

alter table case_counts drop constraint case_counts_what_check,
  add constraint case_counts_what_check check (what in ('trajectories', 'leads', 'reached', 'reached_in_month', 'hours', 'taken', 'booked'));
comment on table case_counts is 'How many leads, trajectories, reached enterprises and hours there are, by place and kind, and what of a lot is taken: totals, and changes that were not yet folded into them.';
comment on column case_counts.state is 'Of a trajectory or a lead; of a place in a lot that is taken: granted, or reserved until the enterprise agrees.';
comment on column case_counts.amount is 'A number; hours for hours; whole cents for what the ledger of aid holds of guidance (booked).';

-- Which place of its lot a trajectory takes: none until the enterprise may agree.
create function krachtlijn.place_taken(granted_on date, state text) returns text language sql immutable parallel safe
  as $$ select case when granted_on is not null then 'granted' when state = 'agreement' then 'reserved' end $$;

create or replace function krachtlijn.count_trajectories() returns trigger language plpgsql security definer
  set search_path = public, pg_temp set enable_nestloop = off as $$
begin
  if tg_op = 'UPDATE' then
    if not exists (select 1 from after a join before b on b.id = a.id
      where (a.state, a.lot_id, a.provider_id, a.granted_on is null) is distinct from (b.state, b.lot_id, b.provider_id, b.granted_on is null)) then
      return null;
    end if;
    insert into case_counts (programme_id, lot_id, provider_id, what, state, amount)
      select programme_id, lot_id, provider_id, 'trajectories', state, -count(*) from before group by 1, 2, 3, 5;
    insert into case_counts (programme_id, lot_id, provider_id, what, state, amount)
      select programme_id, lot_id, provider_id, 'taken', place, sum(more) from (
        select programme_id, lot_id, provider_id, krachtlijn.place_taken(granted_on, state) as place, 1 as more from after
        union all select programme_id, lot_id, provider_id, krachtlijn.place_taken(granted_on, state), -1 from before) c
      where place is not null group by 1, 2, 3, 5 having sum(more) <> 0;
  else
    insert into case_counts (programme_id, lot_id, provider_id, what, state, amount)
      select programme_id, lot_id, provider_id, 'taken', krachtlijn.place_taken(granted_on, state), count(*) from after
      where krachtlijn.place_taken(granted_on, state) is not null group by 1, 2, 3, 5;
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

-- A line of a trajectory adds what it counts, and takes away what the line counted whose place it takes.
create function krachtlijn.count_booked() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    insert into case_counts (programme_id, lot_id, provider_id, what, amount)
      select programme_id, lot_id, provider_id, 'booked', sum(cents) from (
        select id, programme_id, lot_id, provider_id, amount_cents as cents from after where trajectory_id is not null and state = 'counts'
        union all select id, programme_id, lot_id, provider_id, -amount_cents from before where trajectory_id is not null and state = 'counts') c
      where not exists (select 1 from aid_entries n where n.supersedes = c.id) group by 1, 2, 3 having sum(cents) <> 0;
  else
    insert into case_counts (programme_id, lot_id, provider_id, what, amount)
      select programme_id, lot_id, provider_id, 'booked', sum(cents) from (
        select programme_id, lot_id, provider_id, amount_cents as cents from after where trajectory_id is not null and state = 'counts'
        union all select e.programme_id, e.lot_id, e.provider_id, -e.amount_cents from after a join aid_entries e on e.id = a.supersedes
          where e.trajectory_id is not null and e.state = 'counts') c
      group by 1, 2, 3 having sum(cents) <> 0;
  end if;
  return null;
end $$;
create trigger count_added after insert on aid_entries referencing new table as after for each statement execute function krachtlijn.count_booked();
create trigger count_changed after update on aid_entries referencing old table as before new table as after for each statement execute function krachtlijn.count_booked();

-- What is there already.
insert into case_counts (programme_id, lot_id, provider_id, what, state, amount)
  select programme_id, lot_id, provider_id, 'taken', krachtlijn.place_taken(granted_on, state), count(*) from trajectories
  where krachtlijn.place_taken(granted_on, state) is not null group by 1, 2, 3, 5;
insert into case_counts (programme_id, lot_id, provider_id, what, amount)
  select programme_id, lot_id, provider_id, 'booked', sum(amount_cents) from aid_entries e
  where trajectory_id is not null and state = 'counts' and not exists (select 1 from aid_entries n where n.supersedes = e.id) group by 1, 2, 3;
select krachtlijn.fold_case_counts();

create index eligibility_decisions_open_by_programme on eligibility_decisions (programme_id, decided_on desc, id desc) where outcome <> 'eligible' or open_reasons <> '{}';
create index eligibility_decisions_open_by_lot on eligibility_decisions (lot_id, decided_on desc, id desc) where outcome <> 'eligible' or open_reasons <> '{}';
create index eligibility_decisions_open_by_provider on eligibility_decisions (provider_id, decided_on desc, id desc) where outcome <> 'eligible' or open_reasons <> '{}';
