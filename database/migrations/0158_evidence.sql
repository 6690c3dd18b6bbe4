-- Files that lie beside the next decision as evidence; what lay there when it was decided is frozen in its facts, by hash.

alter table attachments add column kept_at timestamptz;
comment on column attachments.kept_at is 'Since when something that is frozen names this file: it is not removed any more.';

create table eligibility_evidence (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  trajectory_id uuid not null references trajectories (id),
  attachment_id uuid not null references attachments (id),
  kind text not null check (kind in ('annual_accounts', 'declaration', 'ownership', 'other')),
  added_by uuid not null references people (id),
  added_at timestamptz not null,
  taken_off_at timestamptz
);
create index eligibility_evidence_by_trajectory on eligibility_evidence (trajectory_id, added_at);
select krachtlijn.belongs_to_trajectory('eligibility_evidence');
grant select, insert, update on eligibility_evidence to krachtlijn_app;
comment on table eligibility_evidence is 'A file of the timeline that is evidence for the decision on eligibility; taken off, it is not part of the next one.';
