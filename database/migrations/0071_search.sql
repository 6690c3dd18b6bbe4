-- Search everywhere. Trigram comparisons are not leakproof, so the planner uses no trigram index through a policy: names
-- are searched in a projection that the app cannot read at all, only ask through a function that always applies its scope.

create extension if not exists pg_trgm;

-- Small letters without accents and signs: what is typed and what is kept are compared like this.
create function krachtlijn.folded(words text) returns text language sql immutable parallel safe
  as $$ select trim(regexp_replace(translate(lower(words), 'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ’''`', 'aaaaaaceeeeiiiinoooooouuuuyy'), '[^a-z0-9]+', ' ', 'g')) $$;

create table enterprise_search (
  enterprise_id uuid primary key references enterprises (id) on delete cascade,
  programme_id uuid not null,
  lot_id uuid,
  provider_id uuid,
  number text not null,
  name text not null,
  municipality text,
  folded text not null
);
create index enterprise_search_by_letters on enterprise_search using gin (folded gin_trgm_ops);
create index enterprise_search_by_number on enterprise_search (number text_pattern_ops);
alter table enterprise_search enable row level security;
alter table enterprise_search force row level security;
create policy owner_migrates on enterprise_search to krachtlijn_owner using (true) with check (true);
comment on table enterprise_search is 'Names and numbers of enterprises with who may see them, for search. The app holds no right on it: only krachtlijn.search_enterprises reads it.';

create function krachtlijn.project_enterprise() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into enterprise_search (enterprise_id, programme_id, lot_id, provider_id, number, name, municipality, folded)
    select id, programme_id, lot_id, provider_id, number, name, municipality, krachtlijn.folded(name) from after
  on conflict (enterprise_id) do update set programme_id = excluded.programme_id, lot_id = excluded.lot_id, provider_id = excluded.provider_id,
    number = excluded.number, name = excluded.name, municipality = excluded.municipality, folded = excluded.folded
    where (enterprise_search.programme_id, enterprise_search.lot_id, enterprise_search.provider_id, enterprise_search.number, enterprise_search.name, enterprise_search.municipality)
      is distinct from (excluded.programme_id, excluded.lot_id, excluded.provider_id, excluded.number, excluded.name, excluded.municipality);
  return null;
end $$;
create trigger project_added after insert on enterprises referencing new table as after for each statement execute function krachtlijn.project_enterprise();
create trigger project_changed after update on enterprises referencing new table as after for each statement execute function krachtlijn.project_enterprise();
insert into enterprise_search (enterprise_id, programme_id, lot_id, provider_id, number, name, municipality, folded)
  select id, programme_id, lot_id, provider_id, number, name, municipality, krachtlijn.folded(name) from enterprises;

-- Enterprises by number (from its first digits) or by name (as written, in part, or with typing mistakes), best first. Only
-- within the scope of the transaction: it is read here, and cannot be passed in. The letters first (quick and exact); only
-- when they find too little, likeness.
create function krachtlijn.search_enterprises(words text, digits text, at_most int)
  returns table (enterprise_id uuid, number text, name text, municipality text, likeness real)
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
declare
  programmes uuid[] := krachtlijn.scope_ids('programmes');
  lots uuid[] := krachtlijn.scope_ids('lots');
  providers uuid[] := krachtlijn.scope_ids('providers');
  enterprises uuid[] := krachtlijn.scope_ids('enterprises');
  letters text := krachtlijn.folded(words);
  found_so_far int := 0;
begin
  if digits <> '' then
    return query select s.enterprise_id, s.number, s.name, s.municipality, 1::real from enterprise_search s
      where (s.number like digits || '%' or s.number like '0' || digits || '%')
        and (s.programme_id = any (programmes) or s.lot_id = any (lots) or s.provider_id = any (providers) or s.enterprise_id = any (enterprises))
      order by s.number, s.enterprise_id limit at_most;
    return;
  end if;
  if length(letters) < 2 then
    return;
  end if;
  return query select c.enterprise_id, c.number, c.name, c.municipality, word_similarity(letters, c.folded) from (
      select s.* from enterprise_search s where s.folded like '%' || letters || '%'
        and (s.programme_id = any (programmes) or s.lot_id = any (lots) or s.provider_id = any (providers) or s.enterprise_id = any (enterprises))
      limit 2000) c
    order by (c.folded like letters || '%') desc, length(c.folded), c.folded, c.enterprise_id limit at_most;
  get diagnostics found_so_far = row_count;
  if found_so_far = 0 and length(letters) >= 4 then
    perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
    return query select c.enterprise_id, c.number, c.name, c.municipality, word_similarity(letters, c.folded) as alike from (
        select s.* from enterprise_search s where letters <% s.folded
          and (s.programme_id = any (programmes) or s.lot_id = any (lots) or s.provider_id = any (providers) or s.enterprise_id = any (enterprises))
        limit 5000) c
      order by alike desc, similarity(letters, c.folded) desc, c.folded, c.enterprise_id limit at_most;
  end if;
end $$;
revoke all on function krachtlijn.search_enterprises(text, text, int) from public;
grant execute on function krachtlijn.search_enterprises(text, text, int) to krachtlijn_app;

-- People by the beginning of a name: hashes under the key of the instance, since names are sealed under keys of their own.
-- They go when the person's values go.
create table person_search (
  person_id uuid not null references people (id) on delete cascade,
  hash bytea not null,
  primary key (hash, person_id)
);
create index person_search_by_person on person_search (person_id);
alter table person_search enable row level security;
alter table person_search force row level security;
create policy known_caller on person_search to krachtlijn_app
  using (krachtlijn.scope_text('actor') <> '') with check (krachtlijn.scope_text('actor') <> '');
create policy owner_migrates on person_search to krachtlijn_owner using (true) with check (true);
grant select, insert, delete on person_search to krachtlijn_app;
comment on table person_search is 'Keyed hashes of the first letters (three and more) of each word of a name, so that a person is found without keeping the name readable.';
alter table people add column search_version int not null default 0;
comment on column people.search_version is 'Which way of hashing person_search holds for this person; 0: not yet.';
create index people_not_in_search on people (id) where search_version < 1 and sealed is not null;
create index enterprise_people_by_person on enterprise_people (person_id);

create function krachtlijn.forget_in_search() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from person_search where person_id = new.id;
  return null;
end $$;
create trigger forget_in_search after update on people for each row
  when (new.sealed is null or new.erased_at is not null) execute function krachtlijn.forget_in_search();
