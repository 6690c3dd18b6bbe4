-- Files that people add to the timeline: held back until they are scanned.

create table attachments (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid, provider_id uuid, enterprise_id uuid not null, trajectory_id uuid,
  entry_id uuid not null unique references timeline_entries (id),
  by_person uuid not null references people (id),
  office_only boolean not null default false,
  name bytea,
  media_type text not null,
  size int not null check (size > 0),
  sha256 text not null,
  file_id uuid references files (id) on delete set null,
  state text not null default 'waiting' check (state in ('waiting', 'clean', 'unscanned', 'infected', 'removed')),
  found text,
  added_at timestamptz not null,
  scanned_at timestamptz,
  removed_at timestamptz
);
create index attachments_by_enterprise on attachments (enterprise_id, added_at desc, id desc);
create index attachments_waiting on attachments (added_at) where state = 'waiting';
create index attachments_by_person on attachments (by_person);
select krachtlijn.belongs_to_entry('attachments');
grant select, insert, update on attachments to krachtlijn_app;
comment on table attachments is 'A file that somebody added to the timeline; its bytes stand in files until it is refused or removed.';
comment on column attachments.name is 'What the file was called, sealed under the key of who added it.';
comment on column attachments.state is 'waiting: nobody gets it yet; unscanned: there was no scanner and the pages say so; infected and removed: its bytes are gone.';
comment on column attachments.found is 'What the scanner called what it found.';

-- The bytes go along when the enterprise goes to another lot or provider.
grant update (lot_id, provider_id) on files to krachtlijn_app;
create function krachtlijn.move_file() returns trigger language plpgsql as $$
begin
  update files set lot_id = new.lot_id, provider_id = new.provider_id where id = new.file_id;
  return null;
end $$;
create trigger file_moves_along after update of lot_id, provider_id on attachments for each row
  when (new.file_id is not null) execute function krachtlijn.move_file();
