-- One row a person instead of one a beginning of a name: a tenth of the room, and several words are asked at once.

drop trigger forget_in_search on people;
drop function krachtlijn.forget_in_search();
drop table person_search;

create table person_search (
  person_id uuid primary key references people (id) on delete cascade,
  hashes bigint[] not null
);
create index person_search_by_hash on person_search using gin (hashes);
alter table person_search enable row level security;
alter table person_search force row level security;
create policy known_caller on person_search to krachtlijn_app
  using (krachtlijn.scope_text('actor') <> '') with check (krachtlijn.scope_text('actor') <> '');
create policy owner_migrates on person_search to krachtlijn_owner using (true) with check (true);
grant select, insert, update, delete on person_search to krachtlijn_app;
comment on table person_search is 'Keyed hashes of the beginnings (two letters and more) of each word of a name, so that a person is found without keeping the name readable. Goes when the person''s values go.';

create function krachtlijn.forget_in_search() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from person_search where person_id = new.id;
  return null;
end $$;
create trigger forget_in_search after update on people for each row
  when (new.sealed is null or new.erased_at is not null) execute function krachtlijn.forget_in_search();

-- Containment is not leakproof, so no index serves it through a policy: this finds ids, and whoever asks joins them with
-- rows of their own sight. Without a caller it finds nobody.
create function krachtlijn.people_named(wanted bigint[], at_most int) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select person_id from person_search where hashes @> wanted and cardinality(wanted) > 0 and krachtlijn.scope_text('actor') <> '' limit at_most $$;
revoke all on function krachtlijn.people_named(bigint[], int) from public;
grant execute on function krachtlijn.people_named(bigint[], int) to krachtlijn_app;
