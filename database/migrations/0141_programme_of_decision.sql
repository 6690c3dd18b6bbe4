-- What the programme asked for is frozen with a decision, so that it can be run again whatever the programme becomes.

alter table eligibility_decisions add column definition jsonb;
comment on column eligibility_decisions.definition is
  'Lots, funds, auxiliary committees and conditions by which it was decided; empty for a decision of before this was kept.';
