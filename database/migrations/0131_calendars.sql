-- A calendar for each person, read by programs that cannot sign in.

create table calendar_feeds (
  person_id uuid primary key references people (id),
  secret_hash text not null unique,
  names boolean not null default false,
  made_at timestamptz not null
);
comment on table calendar_feeds is 'The secret address of somebody’s calendar, as a hash; a new one ends the old one.';
comment on column calendar_feeds.names is 'Whether titles name the enterprise; otherwise they say only what kind of thing it is.';
alter table calendar_feeds enable row level security;
alter table calendar_feeds force row level security;
create policy own_or_holder on calendar_feeds to krachtlijn_app
  using (person_id::text = krachtlijn.scope_text('person') or secret_hash = krachtlijn.scope_text('secret') or krachtlijn.scope_system())
  with check (person_id::text = krachtlijn.scope_text('person') or krachtlijn.scope_system());
create policy owner_migrates on calendar_feeds to krachtlijn_owner using (true) with check (true);
grant select, insert, update, delete on calendar_feeds to krachtlijn_app;

-- A calendar program takes over a changed day when the number of its version went up.
alter table waiting_tasks add column revision int not null default 0, add column changed_at timestamptz;
comment on column waiting_tasks.revision is 'How often its day or its link changed while it was open; kept by the database.';
comment on column waiting_tasks.changed_at is 'When that was last; kept by the database.';

create function krachtlijn.note_task_revision() returns trigger language plpgsql as $$
begin
  new.revision := old.revision + 1;
  new.changed_at := now();
  return new;
end $$;
create trigger note_task_revision before update on waiting_tasks for each row
  when ((old.due, old.link, old.text_key) is distinct from (new.due, new.link, new.text_key)) execute function krachtlijn.note_task_revision();
