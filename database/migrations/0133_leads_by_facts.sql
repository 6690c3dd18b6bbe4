-- What the list of requests is filtered by stands in the request itself, kept by the database, as in 0065 for trajectories.

alter table leads add column size text not null default 'unknown', add column sector_code text;
comment on column leads.size is 'Size of the enterprise, as in enterprises.size; kept by the database.';
comment on column leads.sector_code is 'Sector of the enterprise; kept by the database.';
update leads l set size = e.size, sector_code = e.sector_code from enterprises e where e.id = l.enterprise_id;

create function krachtlijn.describe_lead() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select e.size, e.sector_code into new.size, new.sector_code from enterprises e where e.id = new.enterprise_id;
  return new;
end $$;
create trigger describe_lead before insert on leads for each row execute function krachtlijn.describe_lead();

create function krachtlijn.follow_enterprise_in_leads() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update leads set size = new.size, sector_code = new.sector_code where enterprise_id = new.id;
  return null;
end $$;
create trigger follow_enterprise_in_leads after update on enterprises for each row
  when ((old.size, old.sector_code) is distinct from (new.size, new.sector_code)) execute function krachtlijn.follow_enterprise_in_leads();

-- Newest and oldest first, for each reach; those of a whole programme have an index already.
create index leads_newest_of_lot on leads (lot_id, created_at desc, id desc);
create index leads_newest_of_provider on leads (provider_id, created_at desc, id desc);
create index leads_by_sector on leads (programme_id, sector_code, created_at desc, id desc);
