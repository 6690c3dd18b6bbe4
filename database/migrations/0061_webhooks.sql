-- Signals to programs: who wants to hear of what, and what still has to be told.

create table webhooks (
  id uuid primary key,
  programme_id uuid not null references programmes (id),
  lot_id uuid references lots (id),
  provider_id uuid references providers (id),
  url text not null,
  events text[] not null,
  secret bytea not null,
  made_by uuid not null references people (id),
  made_at timestamptz not null,
  ended_at timestamptz
);
create index webhooks_open on webhooks (programme_id) where ended_at is null;
select krachtlijn.protect('webhooks', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id"}');
grant select, insert, update on webhooks to krachtlijn_app;
comment on table webhooks is 'An address that is told what happens in a programme, lot or partner.';
comment on column webhooks.secret is 'With which each signal is signed; sealed under the key of the instance, since it must be read to sign.';

create table webhook_deliveries (
  id uuid primary key,
  webhook_id uuid not null references webhooks (id),
  programme_id uuid not null,
  lot_id uuid,
  provider_id uuid,
  event text not null,
  body jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
  attempts int not null default 0,
  next_at timestamptz not null default now(),
  status int,
  problem text,
  made_at timestamptz not null default now(),
  delivered_at timestamptz
);
create index webhook_deliveries_due on webhook_deliveries (next_at) where state = 'waiting';
create index webhook_deliveries_by_webhook on webhook_deliveries (webhook_id, made_at desc, id desc);
select krachtlijn.protect('webhook_deliveries', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id"}');
grant select, insert, update, delete on webhook_deliveries to krachtlijn_app;
comment on table webhook_deliveries is 'One signal to one address, with how its sending went; it holds ids and nothing about anybody.';

-- Which lines of a timeline are events that programs hear of: the main steps of the job. Everything else is nobody else's.
create function krachtlijn.webhook_event(kind text, text_key text) returns text
  language sql immutable parallel safe
  as $$
    select case
      when kind = 'recruitment.lead' then 'lead.made'
      when kind = 'recruitment.leadTaken' then 'lead.taken'
      when kind = 'decision' then 'eligibility.decided'
      when kind = 'agreement' and text_key = 'trajectories:timeline.agreed' then 'agreement.agreed'
      when kind = 'trajectories.planSubmitted' then 'plan.submitted'
      when kind = 'trajectories.planApproved' then 'plan.approved'
      when kind = 'trajectories.planReturned' then 'plan.returned'
      when kind = 'trajectories.session' then 'session.noted'
      when kind = 'trajectories.actionPlanSealed' then 'action_plan.sealed'
      when kind = 'trajectories.followUp' then 'follow_up.recorded'
      when kind = 'trajectories.stopped' then 'trajectory.stopped'
    end
  $$;

-- In the transaction in which it happened, and with the owner's eyes: who brings something about need not see who hears of it.
create function krachtlijn.tell_webhooks() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  insert into webhook_deliveries (id, webhook_id, programme_id, lot_id, provider_id, event, body)
  select gen_random_uuid(), w.id, w.programme_id, w.lot_id, w.provider_id, e.event,
    jsonb_strip_nulls(jsonb_build_object('event', e.event, 'entry', n.id, 'day', n.day, 'programme', n.programme_id, 'lot', n.lot_id,
      'provider', n.provider_id, 'enterprise', n.enterprise_id, 'trajectory', n.trajectory_id, 'link', n.link))
  from fresh n
  cross join lateral (select krachtlijn.webhook_event(n.kind, n.text_key) as event) e
  join webhooks w on w.programme_id = n.programme_id and w.ended_at is null and e.event = any (w.events)
    and (w.lot_id is null or w.lot_id = n.lot_id) and (w.provider_id is null or w.provider_id = n.provider_id);
  return null;
end $$;
revoke all on function krachtlijn.tell_webhooks() from public;
create trigger tell_webhooks after insert on timeline_entries referencing new table as fresh
  for each statement execute function krachtlijn.tell_webhooks();
