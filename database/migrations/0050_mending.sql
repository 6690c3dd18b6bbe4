-- What was noted can be mended: a session struck out with a reason, sites merged like a plan, a follow-up corrected.

alter table guidance_sessions
  add column struck_at timestamptz,
  add column struck_by uuid references people (id),
  add column strike_reason text,
  add constraint guidance_sessions_struck_whole check (num_nonnulls(struck_at, struck_by, strike_reason) in (0, 3));
comment on column guidance_sessions.struck_at is 'When it was struck out: it stays to be read, and its hours count no longer.';
comment on column guidance_sessions.strike_reason is 'Why it was struck out, in words of the office.';

create table trajectory_part_versions (
  trajectory_id uuid not null references trajectories (id),
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  version int not null,
  content jsonb not null,
  changed_by uuid references people (id),
  changed_at timestamptz not null,
  primary key (trajectory_id, version)
);
select krachtlijn.belongs_to_trajectory('trajectory_part_versions');
grant select, insert on trajectory_part_versions to krachtlijn_app;
comment on table trajectory_part_versions is 'The sites of a trajectory after each saved change, never changed: the base on which two people’s edits are merged.';

alter table follow_ups add column version int not null default 0;
comment on column follow_ups.version is '0 until it was noted, then 1, and one more with every correction.';
update follow_ups set version = 1 where done_on is not null;

create table follow_up_versions (
  follow_up_id uuid not null references follow_ups (id),
  trajectory_id uuid not null references trajectories (id),
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  version int not null,
  day date not null,
  content jsonb not null,
  reason text not null,
  changed_by uuid not null references people (id),
  changed_at timestamptz not null,
  primary key (follow_up_id, version)
);
select krachtlijn.belongs_to_trajectory('follow_up_versions');
grant select, insert on follow_up_versions to krachtlijn_app;
comment on table follow_up_versions is 'A follow-up as it was before each correction, never changed; what holds stands in follow_ups.';
comment on column follow_up_versions.reason is 'Why it was corrected after this version.';
