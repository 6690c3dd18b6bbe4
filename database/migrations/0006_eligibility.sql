-- Eligibility, decided beforehand and frozen: facts, reasons, rule version and hash; a later decision supersedes, never edits.

create table eligibility_decisions (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  trajectory_id uuid not null references trajectories (id),
  seq int not null,
  outcome text not null check (outcome in ('eligible', 'not_eligible', 'needs_evidence')),
  facts jsonb not null,
  decision jsonb not null,
  rule_version text not null,
  hash text not null,
  decided_by uuid references people (id),
  decided_at timestamptz not null,
  why_again text,
  unique (trajectory_id, seq)
);
select krachtlijn.belongs_to_trajectory('eligibility_decisions');
grant select, insert on eligibility_decisions to krachtlijn_app;
comment on table eligibility_decisions is 'Decisions on eligibility, never changed: the one with the highest seq counts.';
comment on column eligibility_decisions.facts is 'What was known: figures with their source, declared aid.';
comment on column eligibility_decisions.decision is 'Outcome, reasons, size class, room for aid, lot.';
comment on column eligibility_decisions.hash is 'SHA-256 over the canonical JSON of facts, decision and rule version.';
comment on column eligibility_decisions.why_again is 'Why an earlier decision is superseded.';
