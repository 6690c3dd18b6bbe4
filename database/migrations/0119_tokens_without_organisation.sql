-- A token is shown by a program, for no organisation: it carries the roles that count in every session, and no others.
create or replace function krachtlijn.authenticate_token(hash text)
  returns table (token_id uuid, person_id uuid, locale text, scopes text[], role text, scope text, scope_id uuid, programme_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select t.id, t.person_id, p.locale, t.scopes, g.role, g.scope, g.scope_id, g.programme_id
    from access_tokens t
    join people p on p.id = t.person_id and p.erased_at is null
    left join machine_accounts m on m.person_id = t.person_id
    left join grants g on g.person_id = t.person_id and g.withdrawn_at is null and g.organisation is null
    where t.token_hash = hash and t.revoked_at is null and t.expires_at > now() and m.closed_at is null
  $$;
