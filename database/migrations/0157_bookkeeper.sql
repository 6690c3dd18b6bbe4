-- The three size figures, asked from the bookkeeper by a link: who was asked, and each answer as it was confirmed.

create table bookkeeper_requests (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  trajectory_id uuid not null references trajectories (id),
  person_id uuid not null references people (id),
  asked_by uuid not null references people (id),
  locale text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  withdrawn_at timestamptz
);
create index bookkeeper_requests_by_trajectory on bookkeeper_requests (trajectory_id, asked_at desc);
create index bookkeeper_requests_by_person on bookkeeper_requests (person_id);
select krachtlijn.belongs_to_trajectory('bookkeeper_requests');
grant select, insert, update on bookkeeper_requests to krachtlijn_app;
comment on table bookkeeper_requests is 'A bookkeeper who was asked for the size figures of an enterprise; the secret of the link stands in access_links, hashed.';

create table bookkeeper_answers (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  trajectory_id uuid not null references trajectories (id),
  request_id uuid not null references bookkeeper_requests (id),
  seq int not null,
  facts jsonb not null,
  given_at timestamptz not null,
  unique (request_id, seq)
);
create index bookkeeper_answers_by_trajectory on bookkeeper_answers (trajectory_id, given_at desc);
select krachtlijn.belongs_to_trajectory('bookkeeper_answers');
grant select, insert on bookkeeper_answers to krachtlijn_app;
comment on table bookkeeper_answers is 'Figures that a bookkeeper confirmed, never changed: of each request the highest seq counts.';
comment on column bookkeeper_answers.facts is 'A list of closed periods: year, headcount in annual work units, turnoverCents, balanceCents.';
