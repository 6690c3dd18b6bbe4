-- What people write beside the timeline, and whom they ask to look.

-- A row that belongs to a line of the timeline takes over who may see that line; the store only names the line.
create function krachtlijn.inherit_from_entry() returns trigger language plpgsql as $$
begin
  select n.programme_id, n.lot_id, n.provider_id, n.enterprise_id, n.trajectory_id
    into new.programme_id, new.lot_id, new.provider_id, new.enterprise_id, new.trajectory_id
    from timeline_entries n where n.id = new.entry_id;
  return new;
end $$;

-- Gives such a table its protection, and lets its rows go along when the line goes to another lot or provider.
create function krachtlijn.belongs_to_entry(table_name text) returns void language plpgsql as $$
begin
  execute format('create trigger inherit_scope before insert on %I for each row execute function krachtlijn.inherit_from_entry()', table_name);
  execute format('create trigger %I after update of lot_id, provider_id on timeline_entries for each row
    when (old.lot_id is distinct from new.lot_id or old.provider_id is distinct from new.provider_id)
    execute function krachtlijn.move_with_entry(%L)', table_name || '_move_along', table_name);
  perform krachtlijn.protect(table_name, '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id","enterprises":"enterprise_id","trajectories":"trajectory_id"}');
end $$;

create function krachtlijn.move_with_entry() returns trigger language plpgsql as $$
begin
  execute format('update %I set lot_id = $1, provider_id = $2 where entry_id = $3', tg_argv[0]) using new.lot_id, new.provider_id, new.id;
  return null;
end $$;

create table comments (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid, provider_id uuid, enterprise_id uuid not null, trajectory_id uuid,
  entry_id uuid not null references timeline_entries (id),
  by_person uuid not null references people (id),
  office_only boolean not null default false,
  words bytea,
  written_at timestamptz not null,
  corrected_at timestamptz,
  struck_at timestamptz,
  version int not null default 1,
  check ((words is null) = (struck_at is not null))
);
create index comments_by_entry on comments (entry_id, written_at, id);
create index comments_by_person on comments (by_person);
select krachtlijn.belongs_to_entry('comments');
grant select, insert, update on comments to krachtlijn_app;
comment on table comments is 'What somebody wrote beside a line of the timeline.';
comment on column comments.words is 'Sealed under the key of the writer, so that erasing them makes it unreadable; nothing once it was struck out. A person who is named stands in it as an id.';
comment on column comments.office_only is 'Not for the enterprise itself, as the line it stands under may be.';

create table comment_mentions (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid, provider_id uuid, enterprise_id uuid not null, trajectory_id uuid,
  entry_id uuid not null references timeline_entries (id),
  comment_id uuid not null references comments (id),
  person_id uuid not null references people (id),
  asked_at timestamptz not null,
  seen_at timestamptz,
  unique (comment_id, person_id)
);
create index comment_mentions_by_person on comment_mentions (person_id);
select krachtlijn.belongs_to_entry('comment_mentions');
grant select, insert, update, delete on comment_mentions to krachtlijn_app;
comment on table comment_mentions is 'Who was asked to look at a comment, and when they said that they did.';
