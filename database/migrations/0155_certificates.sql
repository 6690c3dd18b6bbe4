-- A decision has a check code and a last day by itself, from what was frozen: whoever holds its certificate can look it up.

-- The same code as checkCodeOf in src/modules/signatures/rules/checkCode.ts; a test holds both together.
create function krachtlijn.check_code(hash text) returns text
  language plpgsql immutable parallel safe
  as $$
  declare
    alphabet constant text := '0123456789ABCDEFGHJKMNPQRTVWXYZ';
    rest bigint := ('x' || lpad(left(hash, 15), 16, '0'))::bit(64)::bigint % 787662783788549761;
    code text := '';
    sum bigint := 0;
    value int;
  begin
    for place in reverse 12..1 loop
      value := (rest % 31)::int;
      sum := sum + place * value;
      code := substr(alphabet, value + 1, 1) || code;
      rest := rest / 31;
    end loop;
    code := code || substr(alphabet, ((((-sum * 12) % 31) + 31) % 31)::int + 1, 1);
    return substr(code, 1, 4) || '-' || substr(code, 5, 4) || '-' || substr(code, 9, 4) || '-' || substr(code, 13);
  end $$;

-- What makes one decision this decision: the same facts for two enterprises, or twice for one, are two.
create function krachtlijn.decision_seal(id uuid, trajectory uuid, seq int, hash text, decided_at timestamptz) returns text
  language sql immutable parallel safe
  as $$ select encode(sha256(convert_to(id::text || '|' || trajectory::text || '|' || seq || '|' || hash || '|' || (extract(epoch from decided_at) * 1000)::bigint, 'UTF8')), 'hex') $$;

-- The same day as validityOf in src/modules/eligibility/rules/validity.ts; a test holds both together.
create function krachtlijn.decision_valid_until(outcome text, facts jsonb, decision jsonb) returns date
  language sql immutable parallel safe
  as $$
    select case when outcome <> 'needs_evidence' then least(
      (make_date(split_part(facts ->> 'date', '-', 1)::int, split_part(facts ->> 'date', '-', 2)::int, split_part(facts ->> 'date', '-', 3)::int) + interval '12 months')::date,
      case when decision -> 'size' is not null then make_date(
        (select max((period ->> 'year')::int) from jsonb_array_elements(coalesce(facts #> array['group', 'enterprises', facts #>> '{group,subject}', 'periods'], facts -> 'periods', '[]')) period
          where not coalesce((period ->> 'estimate')::boolean, false)) + 2, 12, 31) end) end
  $$;

alter table eligibility_decisions
  add column seal_hash text generated always as (krachtlijn.decision_seal(id, trajectory_id, seq, hash, decided_at)) stored,
  add column check_code text generated always as (krachtlijn.check_code(krachtlijn.decision_seal(id, trajectory_id, seq, hash, decided_at))) stored,
  add column valid_until date generated always as (krachtlijn.decision_valid_until(outcome, facts, decision)) stored;
create unique index eligibility_decisions_by_code on eligibility_decisions (check_code);
comment on column eligibility_decisions.seal_hash is 'SHA-256 of which decision it is, of what and when: the fingerprint on its certificate.';
comment on column eligibility_decisions.check_code is 'Under which anybody who holds the certificate can look it up.';
comment on column eligibility_decisions.valid_until is 'Last day on which it can be relied on; empty when nothing was decided yet.';

-- For whoever holds a check code, and nothing of its content; of a decision also what is on the certificate in large letters,
-- since else the code of one enterprise could stand under the name of another.
drop function krachtlijn.check_document(text);
create function krachtlijn.check_document(code text)
  returns table (kind text, hash text, made_at timestamptz, sealed_at timestamptz, void_at timestamptz, confirmations int, programme jsonb,
    outcome text, enterprise_number text, valid_until date)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select d.kind, d.hash, d.made_at, d.sealed_at, d.void_at, (select count(*)::int from document_confirmations c where c.document_id = d.id), p.name, null, null, null::date
    from documents d join programmes p on p.id = d.programme_id where d.check_code = check_document.code
    union all
    select 'eligibility_decision', e.seal_hash, e.decided_at, e.decided_at,
      (select min(later.decided_at) from eligibility_decisions later where later.trajectory_id = e.trajectory_id and later.seq > e.seq), 0, p.name,
      e.outcome, o.number, e.valid_until
    from eligibility_decisions e join programmes p on p.id = e.programme_id join enterprises o on o.id = e.enterprise_id where e.check_code = check_document.code
  $$;
revoke all on function krachtlijn.check_document(text) from public;
grant execute on function krachtlijn.check_document(text) to krachtlijn_app;
