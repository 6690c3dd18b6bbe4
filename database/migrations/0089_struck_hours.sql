-- A session that was struck out is in no kept count: its hours leave the totals, and it is no trajectory's last session.

create or replace function krachtlijn.count_hours() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    insert into case_counts (programme_id, lot_id, provider_id, what, amount)
      select programme_id, lot_id, provider_id, 'hours', -sum(hours) from before where struck_at is null group by 1, 2, 3;
  end if;
  insert into case_counts (programme_id, lot_id, provider_id, what, amount)
    select programme_id, lot_id, provider_id, 'hours', sum(hours) from after where struck_at is null group by 1, 2, 3;
  update trajectories t set last_session_on = s.day
    from (select c.trajectory_id, (select max(g.day) from guidance_sessions g where g.trajectory_id = c.trajectory_id and g.struck_at is null) as day
      from (select distinct trajectory_id from after) c) s
    where s.trajectory_id = t.id and t.last_session_on is distinct from s.day;
  return null;
end $$;
