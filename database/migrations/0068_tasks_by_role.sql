-- What waits for a role that few tasks are for: found without passing all that waits for others.

create index waiting_tasks_for_programme_manager on waiting_tasks (programme_id, due, id) where done_at is null and ('programme_manager' = any (roles) or roles = '{}');
create index waiting_tasks_for_evaluator on waiting_tasks (programme_id, due, id) where done_at is null and ('evaluator' = any (roles) or roles = '{}');
create index waiting_tasks_for_auditor on waiting_tasks (programme_id, due, id) where done_at is null and ('auditor' = any (roles) or roles = '{}');
create index waiting_tasks_for_lot_coordinator on waiting_tasks (lot_id, due, id) where done_at is null and ('lot_coordinator' = any (roles) or roles = '{}');
