-- What is known about an enterprise, from where and since when.

create table field_origins (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid, provider_id uuid,
  enterprise_id uuid not null references enterprises (id),
  what text not null,
  given jsonb,
  source text not null check (source in ('request', 'correction', 'before')),
  by_person uuid references people (id),
  at timestamptz not null
);
create index field_origins_by_enterprise on field_origins (enterprise_id, at desc, id desc);
create index field_origins_by_person on field_origins (by_person);
select krachtlijn.protect('field_origins', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id","enterprises":"enterprise_id"}');
grant select, insert, update (lot_id, provider_id) on field_origins to krachtlijn_app;
comment on table field_origins is 'Each value that a fact of an enterprise had: where it came from, who gave it and when.';
comment on column field_origins.given is 'The value; null when the fact was emptied.';
comment on column field_origins.source is 'request: the form for help; correction: the page with its facts; before: it stood there before this was kept.';

-- They go along when the enterprise goes to another lot or provider.
create function krachtlijn.move_origins() returns trigger language plpgsql as $$
begin
  update field_origins set lot_id = new.lot_id, provider_id = new.provider_id where enterprise_id = new.id;
  return null;
end $$;
create trigger origins_move_along after update of lot_id, provider_id on enterprises for each row
  when (old.lot_id is distinct from new.lot_id or old.provider_id is distinct from new.provider_id) execute function krachtlijn.move_origins();

insert into field_origins (id, programme_id, lot_id, provider_id, enterprise_id, what, given, source, at)
  select gen_random_uuid(), e.programme_id, e.lot_id, e.provider_id, e.id, known.what, known.given, 'before', e.created_at
  from enterprises e cross join lateral (values ('name', to_jsonb(e.name)), ('municipality', to_jsonb(e.municipality)), ('sectorCode', to_jsonb(e.sector_code)),
    ('jointCommittees', nullif(e.joint_committees, '[]')), ('workers', to_jsonb(e.workers)), ('locale', to_jsonb(e.locale))) known (what, given)
  where known.given is not null;
