-- Words in a list. Comparing parts of words is not leakproof, so no index helps through a policy: a function that applies the scope
-- itself finds the few enterprises that a word fits; when it fits very many, the list looks on its way and soon has a page full.

create extension if not exists pg_trgm;
create index enterprises_by_letters on enterprises using gin ((lower(name || ' ' || coalesce(municipality, ''))) gin_trgm_ops);
create index enterprises_by_number on enterprises (number text_pattern_ops);

create function krachtlijn.enterprises_like(words text, digits text, at_most int) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
  as $$
declare
  programmes uuid[] := krachtlijn.scope_ids('programmes');
  lots uuid[] := krachtlijn.scope_ids('lots');
  providers uuid[] := krachtlijn.scope_ids('providers');
  enterprises uuid[] := krachtlijn.scope_ids('enterprises');
  letters text := '%' || lower(words) || '%';
  found_by_name uuid[];
  found_by_number uuid[] := '{}';
begin
  found_by_name := array(select e.id from enterprises e where lower(e.name || ' ' || coalesce(e.municipality, '')) like letters
    and (e.programme_id = any (programmes) or e.lot_id = any (lots) or e.provider_id = any (providers) or e.id = any (enterprises)) limit at_most);
  if digits <> '' then
    found_by_number := array(select e.id from enterprises e where (e.number like digits || '%' or e.number like '0' || digits || '%')
      and (e.programme_id = any (programmes) or e.lot_id = any (lots) or e.provider_id = any (providers) or e.id = any (enterprises)) limit at_most);
  end if;
  return found_by_name || found_by_number;
end $$;
comment on function krachtlijn.enterprises_like is 'Enterprises within the scope of the transaction whose name and place hold the words (% and _ escaped), or whose number begins with the digits; at most so many.';
revoke all on function krachtlijn.enterprises_like(text, text, int) from public;
grant execute on function krachtlijn.enterprises_like(text, text, int) to krachtlijn_app;
