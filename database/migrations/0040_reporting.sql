-- Reporting has no tables of its own: only the roads by which its pages find what others wrote.

create index timeline_entries_by_programme on timeline_entries (programme_id, day desc, id desc);
create index waiting_tasks_by_lot on waiting_tasks (lot_id, due, id) where done_at is null;
create index waiting_tasks_by_provider on waiting_tasks (provider_id, due, id) where done_at is null;
create index waiting_tasks_by_enterprise on waiting_tasks (enterprise_id, due, id) where done_at is null;
create index trajectory_guides_by_person on trajectory_guides (person_id) where until is null;
