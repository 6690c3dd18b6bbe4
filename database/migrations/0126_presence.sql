-- Who has a page of a trajectory open now. Not worth a line in the write-ahead log: after a crash everybody's browser says so again.
create unlogged table presence (
  trajectory_id uuid not null references trajectories (id),
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  form text not null check (form in ('plan', 'action_plan')),
  tab uuid not null,
  person_id uuid not null references people (id),
  section text not null,
  seen_at timestamptz not null,
  primary key (trajectory_id, form, tab)
);
select krachtlijn.belongs_to_trajectory('presence');
grant select, insert, update, delete on presence to krachtlijn_app;
create index presence_by_time on presence (seen_at);
comment on table presence is 'Who has the plan or the action plan open now, and in which section: a row a page, which counts while its browser says so.';
