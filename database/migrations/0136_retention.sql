-- The retention clock: when each person goes, what holds it back, and how much goes in which month. Filled by the clock's job.

create table retention_dates (
  person_id uuid primary key references people (id),
  programme_id uuid,
  because text not null,
  goes_on date,
  noticed_on date,
  computed_at timestamptz not null
);
create index retention_dates_next on retention_dates (programme_id, goes_on, person_id) where goes_on is not null;
comment on table retention_dates is 'When the data of a person goes, and which record keeps it until then; empty: not while something of theirs runs.';
comment on column retention_dates.noticed_on is 'When it was told that the date comes near; nothing goes within 30 days of it.';
select krachtlijn.protect('retention_dates', '{"programmes": "programme_id"}');
grant select, insert, update, delete on retention_dates to krachtlijn_app;

create table retention_holds (
  id uuid primary key,
  person_id uuid not null references people (id),
  programme_id uuid,
  reason text not null,
  placed_by uuid not null references people (id),
  placed_at timestamptz not null,
  until date,
  lifted_at timestamptz,
  lifted_by uuid references people (id)
);
create unique index retention_holds_once on retention_holds (person_id) where lifted_at is null;
comment on table retention_holds is 'Why the data of a person stays although its time has come: an objection, proceedings, a check.';
select krachtlijn.protect('retention_holds', '{"programmes": "programme_id"}');
grant select, insert, update on retention_holds to krachtlijn_app;
insert into krachtlijn.words values ('retention_holds', 'reason');

create table retention_counts (
  kind text not null,
  programme_id uuid,
  month date not null,
  amount bigint not null,
  computed_at timestamptz not null
);
comment on table retention_counts is 'How much goes in which month, by kind of record, as the clock counted it last.';
select krachtlijn.protect('retention_counts', '{"programmes": "programme_id"}');
grant select, insert, delete on retention_counts to krachtlijn_app;
