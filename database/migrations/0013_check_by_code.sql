-- In 0008 `code` meant the code of the programme and never the parameter, so no document was found by its check code.

create or replace function krachtlijn.check_document(code text)
  returns table (kind text, hash text, made_at timestamptz, sealed_at timestamptz, void_at timestamptz, confirmations int, programme jsonb)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select d.kind, d.hash, d.made_at, d.sealed_at, d.void_at, (select count(*)::int from document_confirmations c where c.document_id = d.id), p.name
    from documents d join programmes p on p.id = d.programme_id where d.check_code = check_document.code
  $$;
