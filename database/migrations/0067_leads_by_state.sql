-- Requests of a programme in one state, the newest first: a rare state is found without passing all others.

create index leads_by_programme_and_state on leads (programme_id, state, created_at desc, id desc);
