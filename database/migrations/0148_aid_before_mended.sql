-- 0145 took a plan that was not approved yet for an estimate of nothing: such a line is replaced by the price of a trajectory.

insert into aid_entries (id, programme_id, lot_id, provider_id, enterprise_id, trajectory_id, number, source, regulation, granted_on, grantor, amount_cents, basis,
    supersedes, because, recorded_at)
  select gen_random_uuid(), e.programme_id, e.lot_id, e.provider_id, e.enterprise_id, e.trajectory_id, e.number, 'reserved', e.regulation, e.granted_on, e.grantor,
    (o.definition ->> 'pricePerTrajectoryCents')::numeric, 'price', e.id, 'corrected', now()
  from aid_entries e join programmes o on o.id = e.programme_id
  where e.source = 'reserved' and e.basis = 'estimate' and e.amount_cents = 0 and e.supersedes is null
    and not exists (select 1 from aid_entries n where n.supersedes = e.id)
    and not exists (select 1 from plans p where p.trajectory_id = e.trajectory_id and p.state = 'approved')
    and o.definition ->> 'pricePerTrajectoryCents' is not null;

-- The same of one that was settled without a price of an hour: what was reserved is what is known.
insert into aid_entries (id, programme_id, lot_id, provider_id, enterprise_id, trajectory_id, number, source, regulation, granted_on, grantor, amount_cents, basis,
    supersedes, because, recorded_at)
  select gen_random_uuid(), e.programme_id, e.lot_id, e.provider_id, e.enterprise_id, e.trajectory_id, e.number, 'settled', e.regulation, e.granted_on, e.grantor,
    (o.definition ->> 'pricePerTrajectoryCents')::numeric, 'price', e.id, 'corrected', now()
  from aid_entries e join programmes o on o.id = e.programme_id
  where e.source = 'settled' and e.amount_cents = 0 and e.supersedes is null and not exists (select 1 from aid_entries n where n.supersedes = e.id)
    and not exists (select 1 from plans p where p.trajectory_id = e.trajectory_id and p.state = 'approved' and p.content -> 'cost' ->> 'rateCents' is not null)
    and o.definition ->> 'pricePerTrajectoryCents' is not null;
