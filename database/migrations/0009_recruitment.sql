-- Leads that change hands, requests that join a lead, and what is kept of them.

alter table leads drop constraint leads_state_check;
alter table leads add constraint leads_state_check check (state in ('new', 'taken', 'handed_over', 'declined', 'withdrawn', 'converted'));
drop index leads_one_open;
create unique index leads_one_open on leads (enterprise_id) where state in ('new', 'taken', 'handed_over');

alter table leads
  add column given jsonb not null default '{}',
  add column contact_given bytea,
  add column closed_on date;
comment on table leads is 'A request for help of one enterprise, from the day it comes in until it becomes a trajectory, is declined or is withdrawn.';
comment on column leads.given is 'The facts of the enterprise as they came with the request: they may differ from what is known of it.';
comment on column leads.contact_given is 'Name and telephone as they came with the request when the person was known already, sealed under that person''s key.';
comment on column leads.decline_words is 'What the fund adds to a decline or a withdrawal, for itself.';
comment on column leads.closed_on is 'The day on which it was converted, declined or withdrawn.';

-- The list of a fund, a lot or a programme: open ones by next contact, others newest first.
create index leads_open_by_provider on leads (provider_id, next_contact_on, id) where state in ('new', 'taken', 'handed_over');
create index leads_open_by_lot on leads (lot_id, next_contact_on, id) where state in ('new', 'taken', 'handed_over');
create index leads_open_by_programme on leads (programme_id, next_contact_on, id) where state in ('new', 'taken', 'handed_over');
create index leads_by_lot on leads (lot_id, state, created_at desc, id desc);
create index leads_by_enterprise on leads (enterprise_id, created_at desc);

-- When a lead goes to another fund, its log goes along; the words of the log never change.
grant update (lot_id, provider_id) on lead_contacts to krachtlijn_app;
comment on table lead_contacts is 'Every time somebody of a fund reached the enterprise, or tried to.';

create table lead_handovers (
  id uuid primary key,
  programme_id uuid not null,
  lot_id uuid,
  provider_id uuid,
  enterprise_id uuid not null,
  lead_id uuid not null references leads (id),
  from_provider_id uuid references providers (id),
  to_provider_id uuid not null references providers (id),
  by_person uuid not null references people (id),
  day date not null,
  words text not null,
  created_at timestamptz not null default now()
);
create index lead_handovers_by_lead on lead_handovers (lead_id, created_at desc);
select krachtlijn.protect('lead_handovers', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id"}');
grant select, insert on lead_handovers to krachtlijn_app;
grant update (lot_id, provider_id) on lead_handovers to krachtlijn_app;
comment on table lead_handovers is 'A lead that went from one fund to another, with the reason for the one that gets it.';

create table attached_requests (
  id uuid primary key,
  programme_id uuid not null,
  lot_id uuid,
  provider_id uuid,
  enterprise_id uuid not null,
  lead_id uuid not null references leads (id),
  contact_id uuid not null references people (id),
  contact_given bytea,
  given jsonb not null default '{}',
  wants_call boolean not null default false,
  message text,
  consent_at timestamptz not null,
  scan_id uuid,
  created_at timestamptz not null default now()
);
create index attached_requests_by_lead on attached_requests (lead_id, created_at desc);
select krachtlijn.protect('attached_requests', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id"}');
grant select, insert on attached_requests to krachtlijn_app;
grant update (lot_id, provider_id) on attached_requests to krachtlijn_app;
comment on table attached_requests is 'A later request for an enterprise that a lead or a trajectory is open for: it joins that lead, and who sent it learns nothing of it.';
