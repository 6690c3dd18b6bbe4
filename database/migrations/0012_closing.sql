-- What the end of a trajectory needs: earlier versions of the action plan, what somebody objected to, why it was stopped.

create table action_plan_versions (
  trajectory_id uuid not null references trajectories (id),
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  version int not null,
  content jsonb not null,
  changed_by uuid references people (id),
  changed_at timestamptz not null,
  primary key (trajectory_id, version)
);
select krachtlijn.belongs_to_trajectory('action_plan_versions');
grant select, insert on action_plan_versions to krachtlijn_app;
comment on table action_plan_versions is 'The action plan after each saved change, never changed; version 0 is how it opened from the approved plan.';

create table action_plan_objections (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  trajectory_id uuid not null references trajectories (id),
  document_id uuid not null references documents (id),
  person_id uuid not null references people (id),
  means text not null check (means in ('link', 'signed_in')),
  words text not null,
  at timestamptz not null
);
create index action_plan_objections_by_trajectory on action_plan_objections (trajectory_id, at desc);
select krachtlijn.belongs_to_trajectory('action_plan_objections');
grant select, insert on action_plan_objections to krachtlijn_app;
comment on table action_plan_objections is 'What the enterprise said is not right in an action plan that it was asked to confirm; never changed.';

alter table trajectories add column stopped_on date, add column stopped_in text, add column stop_words text;
comment on column trajectories.stopped_on is 'The day on which it ended before its time.';
comment on column trajectories.stopped_in is 'The state in which it was stopped.';
comment on column trajectories.stop_words is 'What happened, in words of the office.';
