-- The ledger of de-minimis aid, kept per single undertaking by enterprise number: what was declared, reserved, settled or read from a file.

create table aid_entries (
  id uuid primary key,
  programme_id uuid not null references programmes (id),
  lot_id uuid,
  provider_id uuid,
  enterprise_id uuid not null references enterprises (id),
  trajectory_id uuid references trajectories (id),
  number text not null check (number ~ '^[01][0-9]{9}$'),
  source text not null check (source in ('declared', 'reserved', 'settled', 'file')),
  state text not null default 'counts' check (state in ('counts', 'withdrawn')),
  regulation text not null,
  granted_on date not null,
  grantor text not null default '',
  amount_cents numeric(15, 0) not null check (amount_cents >= 0),
  basis text check (basis in ('price', 'estimate', 'actual')),
  used_by text check (used_by ~ '^[01][0-9]{9}$'),
  supersedes uuid unique references aid_entries (id),
  because text,
  reason text not null default '',
  decision_id uuid references eligibility_decisions (id),
  document_id uuid references documents (id),
  recorded_by uuid references people (id),
  recorded_at timestamptz not null,
  check ((supersedes is null) = (because is null)),
  check (state = 'counts' or (supersedes is not null and amount_cents = 0)),
  check ((source in ('reserved', 'settled')) = (trajectory_id is not null))
);
create index aid_entries_by_number on aid_entries (number, granted_on, id);
create index aid_entries_by_enterprise on aid_entries (enterprise_id, granted_on, id);
create index aid_entries_by_granting on aid_entries (programme_id, granted_on, id) where trajectory_id is not null;
-- One road for each trajectory: what is reserved is replaced, never reserved a second time.
create unique index aid_entries_one_road on aid_entries (trajectory_id) where supersedes is null and trajectory_id is not null;
select krachtlijn.protect('aid_entries', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id","enterprises":"enterprise_id","trajectories":"trajectory_id"}');
grant select, insert on aid_entries to krachtlijn_app;
comment on table aid_entries is 'De-minimis aid by enterprise number, never changed: a correction supersedes with a reason.';
comment on column aid_entries.enterprise_id is 'Through whose case the line came in; the number may be that of another member of the undertaking.';
comment on column aid_entries.number is 'Ten digits: who received the aid.';
comment on column aid_entries.source is 'declared by the enterprise, reserved at the agreement, settled at the end, or read from a file.';
comment on column aid_entries.state is 'withdrawn: this line takes the one that it supersedes away, and counts for nothing itself.';
comment on column aid_entries.regulation is 'Regulation under which it was granted; none: counts for the budget of the lot and is no aid.';
comment on column aid_entries.granted_on is 'The day on which the right to the aid was granted, whatever the day of payment.';
comment on column aid_entries.amount_cents is 'Gross grant equivalent, in cents.';
comment on column aid_entries.basis is 'What the amount of our own guidance rests on: the price of a trajectory, the estimate of the plan, or the hours that were given.';
comment on column aid_entries.used_by is 'After a split: which part went on with what the aid was for.';
comment on column aid_entries.supersedes is 'The line that this one takes the place of.';
comment on column aid_entries.because is 'Why it takes that place, as a code.';
comment on column aid_entries.reason is 'The same in words, of who corrected it by hand.';

-- Only where a line lies may change (an enterprise that goes to another provider), and words in it about somebody who was erased.
create function krachtlijn.aid_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - '{lot_id,provider_id,reason,grantor}'::text[] = to_jsonb(old) - '{lot_id,provider_id,reason,grantor}'::text[] then
    return new;
  end if;
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger aid_entries_stay before update or delete on aid_entries for each row execute function krachtlijn.aid_stays();

-- Who counts as one for aid, as it was stated last about a number.
create table aid_undertakings (
  id uuid primary key,
  programme_id uuid not null references programmes (id),
  lot_id uuid,
  provider_id uuid,
  enterprise_id uuid not null references enterprises (id),
  number text not null check (number ~ '^[01][0-9]{9}$'),
  members text[] not null,
  source text not null check (source in ('decision', 'declaration', 'office')),
  stated_by uuid references people (id),
  stated_at timestamptz not null
);
create index aid_undertakings_by_number on aid_undertakings (number, stated_at desc, id desc);
create index aid_undertakings_by_member on aid_undertakings using gin (members);
select krachtlijn.protect('aid_undertakings', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id","enterprises":"enterprise_id"}');
grant select, insert on aid_undertakings to krachtlijn_app;
create trigger aid_undertakings_stay before update or delete on aid_undertakings for each row execute function krachtlijn.aid_stays();
comment on table aid_undertakings is 'Statements of who forms one undertaking with a number, never changed: the newest of each number counts.';
comment on column aid_undertakings.members is 'Ten digits each, the number itself among them.';

-- Mergers and splits, which take aid along.
create table aid_events (
  id uuid primary key,
  programme_id uuid not null references programmes (id),
  lot_id uuid,
  provider_id uuid,
  enterprise_id uuid not null references enterprises (id),
  kind text not null check (kind in ('merger', 'split')),
  happened_on date not null,
  from_numbers text[] not null,
  into_parts jsonb not null,
  withdraws uuid unique references aid_events (id),
  reason text not null default '',
  recorded_by uuid references people (id),
  recorded_at timestamptz not null
);
create index aid_events_by_enterprise on aid_events (enterprise_id, happened_on, id);
create index aid_events_by_number on aid_events using gin (from_numbers);
select krachtlijn.protect('aid_events', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id","enterprises":"enterprise_id"}');
grant select, insert on aid_events to krachtlijn_app;
create trigger aid_events_stay before update or delete on aid_events for each row execute function krachtlijn.aid_stays();
comment on table aid_events is 'Mergers and splits of enterprises as they matter for aid, never changed: a later row withdraws one.';
comment on column aid_events.into_parts is 'Numbers that it went into; of a split with the share of the equity in percent, when known.';

-- What an enterprise stated goes along when it goes to another lot or provider; what a trajectory reserved stays with the trajectory.
create function krachtlijn.move_aid_along() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update aid_entries set lot_id = new.lot_id, provider_id = new.provider_id where enterprise_id = new.id and trajectory_id is null;
  update aid_undertakings set lot_id = new.lot_id, provider_id = new.provider_id where enterprise_id = new.id;
  update aid_events set lot_id = new.lot_id, provider_id = new.provider_id where enterprise_id = new.id;
  return null;
end $$;
create trigger move_aid_along after update of lot_id, provider_id on enterprises for each row
  when ((old.lot_id, old.provider_id) is distinct from (new.lot_id, new.provider_id)) execute function krachtlijn.move_aid_along();

-- Whoever is about to grant takes the turn of every member: two at once meet here, and the second looks again.
create table aid_turns (
  number text primary key,
  turn bigint not null default 1
);
select krachtlijn.protect('aid_turns', '{}');
grant select, insert, update on aid_turns to krachtlijn_app;
comment on table aid_turns is 'One row for each enterprise number that aid was granted to or stated of; only to take turns.';

-- What was entered in the central register.
create table aid_register_marks (
  entry_id uuid primary key references aid_entries (id),
  programme_id uuid not null references programmes (id),
  marked_by uuid references people (id),
  marked_at timestamptz not null
);
create index aid_register_marks_by_programme on aid_register_marks (programme_id, marked_at desc, entry_id);
select krachtlijn.protect('aid_register_marks', '{"programmes":"programme_id"}');
grant select, insert on aid_register_marks to krachtlijn_app;
comment on table aid_register_marks is 'Lines of aid that somebody entered in the central register, with when.';

insert into krachtlijn.words values ('aid_entries', 'grantor'), ('aid_entries', 'reason'), ('aid_events', 'reason');

-- What was granted before the ledger was kept: one line for each trajectory, as far as it is by now.
insert into aid_entries (id, programme_id, lot_id, provider_id, enterprise_id, trajectory_id, number, source, regulation, granted_on, amount_cents, basis, recorded_at)
  select gen_random_uuid(), t.programme_id, t.lot_id, t.provider_id, t.enterprise_id, t.id, e.number,
    case when a.state = 'sealed' then 'settled' else 'reserved' end,
    case when not coalesce(o.definition -> 'conditions' -> e.organisation_kind ? 'aid_room', true) then 'none'
      when o.definition ->> 'aidRegulation' is not null then o.definition ->> 'aidRegulation' when t.granted_on < '2024-01-01' then '1407/2013' else '2023/2831' end,
    t.granted_on, coalesce(least(x.price, x.worth), x.price),
    case when x.worth is null then 'price' when a.state = 'sealed' then 'actual' else 'estimate' end, now()
  from trajectories t join enterprises e on e.id = t.enterprise_id join programmes o on o.id = t.programme_id
    left join plans p on p.trajectory_id = t.id and p.state = 'approved' left join action_plans a on a.trajectory_id = t.id
    cross join lateral (select (o.definition ->> 'pricePerTrajectoryCents')::numeric as price,
      greatest(0, round((p.content -> 'cost' ->> 'rateCents')::numeric * case when a.state = 'sealed'
          then (select coalesce(sum(s.hours), 0) from guidance_sessions s where s.trajectory_id = t.id and s.struck_at is null)
          else (select coalesce(sum((i ->> 'hours')::numeric), 0) from jsonb_array_elements(p.content -> 'actions') i) end)
        - coalesce((p.content -> 'cost' ->> 'ownContributionCents')::numeric, 0)) as worth) x
  where t.granted_on is not null and t.state <> 'stopped';
