-- What happens in a trajectory: intake, staff, parts, agreement, plan, sessions, action plan, follow-up.

create table intakes (
  trajectory_id uuid primary key references trajectories (id),
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  content jsonb not null,
  completed_at timestamptz,
  version int not null default 1,
  changed_at timestamptz not null default now()
);
select krachtlijn.belongs_to_trajectory('intakes');
grant select, insert, update on intakes to krachtlijn_app;
comment on table intakes is 'The first talk with management, in coded fields and a few words.';

create table trajectory_parts (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  trajectory_id uuid not null references trajectories (id),
  name text not null,
  municipality text,
  workers int,
  themes text[] not null default '{}',
  added_at timestamptz not null default now()
);
select krachtlijn.belongs_to_trajectory('trajectory_parts');
grant select, insert, update, delete on trajectory_parts to krachtlijn_app;
comment on table trajectory_parts is 'Sites or institutes of an umbrella organisation, with their own themes.';

create table staff_informed (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  trajectory_id uuid not null references trajectories (id),
  day date not null,
  content jsonb not null,
  recorded_at timestamptz not null default now()
);
select krachtlijn.belongs_to_trajectory('staff_informed');
grant select, insert on staff_informed to krachtlijn_app;
comment on table staff_informed is 'When and how staff and their representatives were told what happens.';

create table agreements (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  trajectory_id uuid not null unique references trajectories (id),
  state text not null default 'sent' check (state in ('sent', 'agreed', 'withdrawn')),
  document_id uuid not null,
  contact_id uuid not null references people (id),
  sent_at timestamptz not null,
  agreed_at timestamptz
);
select krachtlijn.belongs_to_trajectory('agreements');
grant select, insert, update on agreements to krachtlijn_app;
comment on table agreements is 'The participation agreement: the day it is agreed is the granting date of the aid.';

create table plans (
  trajectory_id uuid primary key references trajectories (id),
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'approved')),
  content jsonb not null,
  version int not null default 1,
  submission int not null default 0,
  changed_by uuid references people (id),
  changed_at timestamptz not null default now()
);
select krachtlijn.belongs_to_trajectory('plans');
grant select, insert, update on plans to krachtlijn_app;
comment on table plans is 'The plan of approach as it stands: needs, goals, actions, expectations, cost.';
comment on column plans.version is 'Counts every saved change; two people’s edits are merged on it.';
comment on column plans.submission is 'How often it was submitted; each one is kept in plan_submissions.';

create table plan_submissions (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  trajectory_id uuid not null references trajectories (id),
  submission int not null,
  content jsonb not null,
  submitted_by uuid not null references people (id),
  submitted_at timestamptz not null,
  unique (trajectory_id, submission)
);
select krachtlijn.belongs_to_trajectory('plan_submissions');
grant select, insert on plan_submissions to krachtlijn_app;
comment on table plan_submissions is 'The plan as it was each time it was submitted; never changed.';

create table plan_verdicts (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  trajectory_id uuid not null references trajectories (id),
  submission int not null,
  outcome text not null check (outcome in ('approved', 'returned')),
  remarks jsonb not null default '[]',
  by_person uuid not null references people (id),
  at timestamptz not null,
  unique (trajectory_id, submission)
);
select krachtlijn.belongs_to_trajectory('plan_verdicts');
grant select, insert on plan_verdicts to krachtlijn_app;
comment on table plan_verdicts is 'Approved or returned, with remarks beside the sections; never changed.';

create table guidance_sessions (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  trajectory_id uuid not null references trajectories (id),
  day date not null,
  hours numeric(5, 2) not null check (hours > 0 and hours <= 24),
  people int not null check (people >= 0),
  theme text not null,
  part_id uuid references trajectory_parts (id),
  guide_id uuid not null references people (id),
  notes text not null default '',
  version int not null default 1,
  recorded_at timestamptz not null default now()
);
create index guidance_sessions_by_trajectory on guidance_sessions (trajectory_id, day desc, id desc);
select krachtlijn.belongs_to_trajectory('guidance_sessions');
grant select, insert, update on guidance_sessions to krachtlijn_app;
comment on table guidance_sessions is 'One session of guidance: when, how long, with how many people, on what.';

create table action_plans (
  trajectory_id uuid primary key references trajectories (id),
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'to_confirm', 'sealed')),
  content jsonb not null,
  version int not null default 1,
  document_id uuid,
  changed_by uuid references people (id),
  changed_at timestamptz not null default now(),
  sealed_at timestamptz
);
select krachtlijn.belongs_to_trajectory('action_plans');
grant select, insert, update on action_plans to krachtlijn_app;
comment on table action_plans is 'The action plan: agreed goals and what came of them, practices, owners, dates, embedding.';

create table follow_ups (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  trajectory_id uuid not null references trajectories (id),
  months int not null check (months in (3, 6, 12)),
  due date not null,
  reminded_on date,
  done_on date,
  content jsonb,
  by_person uuid references people (id),
  unique (trajectory_id, months)
);
create index follow_ups_due on follow_ups (due) where done_on is null;
select krachtlijn.belongs_to_trajectory('follow_ups');
grant select, insert, update on follow_ups to krachtlijn_app;
comment on table follow_ups is 'How it goes after 3, 6 and 12 months; reminders until it is done.';
