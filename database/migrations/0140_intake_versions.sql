-- What the intake said after each save, so that each answer tells where it came from.

create table intake_versions (
  trajectory_id uuid not null references trajectories (id),
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  version int not null,
  content jsonb not null,
  changed_by uuid references people (id),
  changed_at timestamptz not null,
  primary key (trajectory_id, version)
);
select krachtlijn.belongs_to_trajectory('intake_versions');
grant select, insert on intake_versions to krachtlijn_app;
comment on table intake_versions is 'The intake after each save, never changed; changed_by is empty for what stood there before this was kept.';

insert into intake_versions (trajectory_id, programme_id, lot_id, provider_id, enterprise_id, version, content, changed_at)
  select trajectory_id, programme_id, lot_id, provider_id, enterprise_id, version, content, changed_at from intakes;

-- What is typed there goes with who it is about, as in the intake itself.
insert into krachtlijn.words values ('intake_versions', 'content');
