-- Decisions as a list: by the day, by what stands in the way, and by enterprise number.

create function krachtlijn.open_reasons(decision jsonb) returns text[]
  language sql immutable parallel safe
  as $$ select coalesce(array_agg(distinct reason ->> 'code' order by reason ->> 'code'), '{}') from jsonb_array_elements(coalesce(decision -> 'reasons', '[]')) reason where reason ->> 'weight' <> 'for' $$;

create function krachtlijn.decision_day(facts jsonb) returns date
  language sql immutable parallel safe
  as $$ select make_date(split_part(facts ->> 'date', '-', 1)::int, split_part(facts ->> 'date', '-', 2)::int, split_part(facts ->> 'date', '-', 3)::int) $$;

alter table eligibility_decisions
  add column decided_on date generated always as (krachtlijn.decision_day(facts)) stored,
  add column open_reasons text[] generated always as (krachtlijn.open_reasons(decision)) stored;
create index eligibility_decisions_by_programme on eligibility_decisions (programme_id, decided_on desc, id desc);
create index eligibility_decisions_by_lot on eligibility_decisions (lot_id, decided_on desc, id desc);
create index eligibility_decisions_by_provider on eligibility_decisions (provider_id, decided_on desc, id desc);
create index eligibility_decisions_by_enterprise on eligibility_decisions (enterprise_id, decided_at desc);
comment on column eligibility_decisions.decided_on is 'The day that the rules took as the day of the decision.';
comment on column eligibility_decisions.open_reasons is 'Codes of the reasons that stand in the way or that something is missing, for lists and counts.';
