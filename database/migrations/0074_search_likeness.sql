-- Likeness in two rounds: close first, loose only when nothing is close. Fewer names to weigh, the same best ones on top.

create or replace function krachtlijn.search_enterprises(words text, digits text, at_most int)
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
  threshold text;
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
  return query select c.enterprise_id, c.number, c.name, c.municipality, 1::real from (
      select s.* from enterprise_search s where s.folded like '%' || letters || '%'
        and (s.programme_id = any (programmes) or s.lot_id = any (lots) or s.provider_id = any (providers) or s.enterprise_id = any (enterprises))
      limit 1000) c
    order by (c.folded like letters || '%') desc, length(c.folded), c.folded, c.enterprise_id limit at_most;
  get diagnostics found_so_far = row_count;
  if found_so_far > 0 or length(letters) < 4 then
    return;
  end if;
  foreach threshold in array array['0.65', '0.45'] loop
    perform set_config('pg_trgm.word_similarity_threshold', threshold, true);
    return query select c.enterprise_id, c.number, c.name, c.municipality, word_similarity(letters, c.folded) as alike from (
        select s.* from enterprise_search s where letters <% s.folded
          and (s.programme_id = any (programmes) or s.lot_id = any (lots) or s.provider_id = any (providers) or s.enterprise_id = any (enterprises))
        limit 1000) c
      order by alike desc, similarity(letters, c.folded) desc, c.folded, c.enterprise_id limit at_most;
    get diagnostics found_so_far = row_count;
    exit when found_so_far > 0;
  end loop;
end $$;
