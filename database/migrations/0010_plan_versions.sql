-- Earlier versions of what several people write together: the trusted base when two people's edits are merged.

create table plan_versions (
  trajectory_id uuid not null references trajectories (id),
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  version int not null,
  content jsonb not null,
  changed_by uuid references people (id),
  changed_at timestamptz not null,
  primary key (trajectory_id, version)
);
select krachtlijn.belongs_to_trajectory('plan_versions');
grant select, insert on plan_versions to krachtlijn_app;
comment on table plan_versions is 'The plan of approach after each saved change, never changed; version 0 is the prefilled plan that the first writer saw.';

create table guidance_session_versions (
  session_id uuid not null references guidance_sessions (id),
  trajectory_id uuid not null references trajectories (id),
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  version int not null,
  content jsonb not null,
  reason text not null default '',
  changed_by uuid not null references people (id),
  changed_at timestamptz not null,
  primary key (session_id, version)
);
select krachtlijn.belongs_to_trajectory('guidance_session_versions');
grant select, insert on guidance_session_versions to krachtlijn_app;
comment on table guidance_session_versions is 'A session as it was recorded and after each correction, never changed.';
comment on column guidance_session_versions.reason is 'Why it was corrected; empty for the first record.';
