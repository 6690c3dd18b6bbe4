-- The scan of an enterprise, and the versions of questionnaires that answers were given to.

create table questionnaire_versions (
  hash text primary key,
  code text not null,
  version int not null,
  content jsonb not null,
  kept_at timestamptz not null default now()
);
create index questionnaire_versions_by_code on questionnaire_versions (code, version);
grant select, insert on questionnaire_versions to krachtlijn_app;
comment on table questionnaire_versions is 'Every published version that was ever answered, word for word, so that answers keep the questions they were given to. Public facts: outside row-level security.';
comment on column questionnaire_versions.hash is 'SHA-256 over the canonical JSON of the content without its status.';

create table scans (
  id uuid primary key,
  programme_id uuid references programmes (id),
  lot_id uuid references lots (id),
  provider_id uuid references providers (id),
  enterprise_id uuid references enterprises (id),
  series_id uuid not null,
  series_hash text not null,
  secret_hash text not null unique,
  relation text not null check (relation in ('first', 'again', 'colleague')),
  questionnaire_code text not null,
  questionnaire_version int not null,
  questionnaire_hash text not null references questionnaire_versions (hash),
  role text not null check (role in ('owner', 'hr', 'team_leader')),
  worker_band text not null,
  workers int,
  enterprise_name text,
  answers jsonb not null,
  locale text not null,
  state text not null default 'unclaimed' check (state in ('unclaimed', 'claimed')),
  started_on date not null,
  finished_on date not null,
  claimed_at timestamptz,
  model_id text not null,
  model_version int not null,
  result jsonb not null,
  check ((state = 'claimed') = (claimed_at is not null)),
  check (state = 'unclaimed' or (programme_id is not null and enterprise_id is not null))
);
create index scans_by_series on scans (series_hash, finished_on);
create index scans_by_enterprise on scans (enterprise_id, finished_on desc, id desc) where claimed_at is not null;
create index scans_unclaimed on scans (finished_on) where claimed_at is null;
select krachtlijn.protect('scans', '{"programmes":"programme_id","lots":"lot_id","providers":"provider_id","enterprises":"enterprise_id"}');
-- Who holds the link of a result sees that scan; who holds the link of its series sees the scans that are laid side by side.
create policy own_link on scans to krachtlijn_app
  using (secret_hash = krachtlijn.scope_text('secret') or series_hash = krachtlijn.scope_text('secret'))
  with check (secret_hash = krachtlijn.scope_text('secret') or series_hash = krachtlijn.scope_text('secret'));
grant select, insert, update, delete on scans to krachtlijn_app;
comment on table scans is 'One scan by one person in a role. Holds no personal data: a role, a size and answers about the enterprise, nobody''s name, no address, no device. Deleted 30 days after it was finished unless an enterprise claims it.';
comment on column scans.series_id is 'Scans of one enterprise, before and after it is known, share a series: the id of the first one.';
comment on column scans.series_hash is 'Hash of the secret in the link for a colleague or a later scan.';
comment on column scans.secret_hash is 'Hash of the secret in the link of the result; the secret itself is kept nowhere.';
comment on column scans.relation is 'How it joined its series: the first one, the same person again later, or a colleague.';
comment on column scans.enterprise_name is 'As typed, to stand above the result; never looked up.';
comment on column scans.result is 'The outcome as it was shown, frozen with the version of the model that made it.';
