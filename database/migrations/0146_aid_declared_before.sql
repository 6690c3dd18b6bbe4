-- What was declared with the newest decision of each trajectory, before the ledger was kept: each line once.

insert into aid_entries (id, programme_id, lot_id, provider_id, enterprise_id, number, source, regulation, granted_on, grantor, amount_cents, decision_id, recorded_at)
  select distinct on (e.number, x.day, x.regulation, x.cents) gen_random_uuid(), e.programme_id, e.lot_id, e.provider_id, e.id, e.number, 'declared',
    x.regulation, x.day, left(coalesce(x.line ->> 'grantor', ''), 120), x.cents, d.id, now()
  from (select distinct on (trajectory_id) id, enterprise_id, facts from eligibility_decisions order by trajectory_id, seq desc) d
    join enterprises e on e.id = d.enterprise_id
    cross join lateral jsonb_array_elements(case when jsonb_typeof(d.facts -> 'declaredAid') = 'array' then d.facts -> 'declaredAid' else '[]' end) line
    cross join lateral (select line, (line ->> 'date')::date as day, (line ->> 'amountCents')::numeric as cents,
      coalesce((select r from unnest(array['1407/2013', '2023/2831', '1408/2013', '717/2014', '360/2012', '2023/2832']) r where strpos(line ->> 'regulation', r) > 0),
        case when (line ->> 'date')::date < '2024-01-01' then '1407/2013' else '2023/2831' end) as regulation) x
  where x.day is not null and x.cents > 0 and (line ->> 'undertaking' is null or line ->> 'undertaking' = d.facts #>> '{group,subject}')
  order by e.number, x.day, x.regulation, x.cents, d.id;
