-- Whoever holds a stream open for somebody hears at once that a role of theirs was taken away, in every process: what they may
-- hear is decided anew. Only the id of the person passes.
create function krachtlijn.tell_rights() returns trigger language plpgsql as $$
begin
  perform pg_notify('rights_changed', new.person_id::text);
  return null;
end $$;
create trigger tell_rights after update of withdrawn_at on grants for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function krachtlijn.tell_rights();
