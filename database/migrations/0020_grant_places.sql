-- A role on a partner also lies within that partner's lot: the coordinator of the lot sees it, gives it and takes it back.

alter table grants add column lot_id uuid, add column provider_id uuid;
comment on column grants.lot_id is 'The lot that a role on a lot or on a partner lies in; filled by the database.';
comment on column grants.provider_id is 'The partner that a role on a partner belongs to; filled by the database.';

create function krachtlijn.place_grant() returns trigger language plpgsql as $$
begin
  new.lot_id := null;
  new.provider_id := null;
  if new.scope = 'lot' then
    new.lot_id := new.scope_id;
  elsif new.scope = 'provider' then
    new.provider_id := new.scope_id;
    select p.lot_id into new.lot_id from providers p where p.id = new.scope_id;
  end if;
  return new;
end $$;
create trigger place_grant before insert on grants for each row execute function krachtlijn.place_grant();

update grants g set lot_id = g.scope_id where g.scope = 'lot';
update grants g set provider_id = g.scope_id, lot_id = p.lot_id from providers p where g.scope = 'provider' and p.id = g.scope_id;
create index grants_by_lot on grants (lot_id) where withdrawn_at is null;

drop policy within_scope on grants;
create policy within_scope on grants to krachtlijn_app
  using (person_id::text = krachtlijn.scope_text('person') or programme_id = any (krachtlijn.scope_ids('programmes')) or lot_id = any (krachtlijn.scope_ids('lots'))
    or provider_id = any (krachtlijn.scope_ids('providers')) or scope_id = any (krachtlijn.scope_ids('enterprises')) or scope_id = any (krachtlijn.scope_ids('trajectories')) or krachtlijn.scope_system())
  with check (programme_id = any (krachtlijn.scope_ids('programmes')) or lot_id = any (krachtlijn.scope_ids('lots'))
    or provider_id = any (krachtlijn.scope_ids('providers')) or scope_id = any (krachtlijn.scope_ids('enterprises')) or krachtlijn.scope_system());
