-- What people are told by mail, how soon, and what was told. A mail holds counts and links and nothing about anybody.

create table notice_choices (
  person_id uuid primary key references people (id),
  choices jsonb not null,
  from_hour int not null check (from_hour between 0 and 22),
  until_hour int not null check (until_hour between from_hour + 2 and 24),
  weekday int not null check (weekday between 1 and 7),
  quiet_days int[] not null default '{}',
  quiet_holidays boolean not null default true,
  locale text check (locale in ('nl', 'en', 'fr', 'de')),
  changed_at timestamptz not null
);
comment on table notice_choices is 'How soon somebody wants to hear of what; who never chose has no row and gets what is usual for their roles.';
comment on column notice_choices.choices is 'For each kind of news: once (at once), daily, weekly or none.';
comment on column notice_choices.locale is 'Language of the mails; empty for that of the pages.';
select krachtlijn.protect_own('notice_choices');
grant select, insert, update on notice_choices to krachtlijn_app;

-- One row for each person and period, whether a mail left or there was nothing to tell: a process that is killed sends nothing twice.
create table notices (
  person_id uuid not null references people (id),
  period text not null,
  stream text not null check (stream in ('once', 'daily', 'weekly')),
  covers_until timestamptz not null,
  mail_id uuid,
  made_at timestamptz not null,
  primary key (person_id, period)
);
create index notices_newest on notices (person_id, stream, covers_until desc);
create index notices_by_age on notices (made_at);
comment on table notices is 'What somebody was told by mail, a row a period: daily:<day>, weekly:<Monday> or once:<moment>.';
comment on column notices.covers_until is 'Everything up to this moment was told; the next mail goes on from here.';
select krachtlijn.protect_own('notices');
grant select, insert, delete on notices to krachtlijn_app;

-- Links in mails that end mails. They work without signing in, so whoever holds one may do only this.
create table notice_links (
  secret_hash text primary key,
  person_id uuid not null references people (id),
  kinds text[] not null,
  made_at timestamptz not null
);
create index notice_links_by_age on notice_links (made_at);
comment on table notice_links is 'A link in a mail by which its receiver stops getting such mail; only the hash of its secret is kept.';
comment on column notice_links.kinds is 'The kinds of news that the mail brought.';
alter table notice_links enable row level security;
alter table notice_links force row level security;
create policy holder on notice_links to krachtlijn_app
  using (secret_hash = krachtlijn.scope_text('secret') or krachtlijn.scope_system()) with check (krachtlijn.scope_system());
create policy owner_migrates on notice_links to krachtlijn_owner using (true) with check (true);
grant select, insert, delete on notice_links to krachtlijn_app;
