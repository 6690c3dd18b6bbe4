-- Sealed documents: content that both sides confirm, with a hash and a check code that anybody can verify.

create table documents (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  trajectory_id uuid not null references trajectories (id),
  kind text not null check (kind in ('participation_agreement', 'action_plan')),
  content jsonb not null,
  hash text not null,
  check_code text not null unique,
  made_at timestamptz not null,
  sealed_at timestamptz,
  void_at timestamptz
);
create index documents_by_trajectory on documents (trajectory_id, kind, made_at);
select krachtlijn.belongs_to_trajectory('documents');
grant select, insert on documents to krachtlijn_app;
grant update (sealed_at, void_at) on documents to krachtlijn_app;
comment on table documents is 'What was put before both sides, word for word; only the moments of sealing and voiding are added later.';
comment on column documents.hash is 'SHA-256 over the canonical JSON of the content.';

create table document_confirmations (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  trajectory_id uuid not null references trajectories (id),
  document_id uuid not null references documents (id),
  party text not null check (party in ('enterprise', 'guide')),
  person_id uuid not null references people (id),
  means text not null check (means in ('link', 'signed_in')),
  hash text not null,
  at timestamptz not null,
  unique (document_id, party)
);
select krachtlijn.belongs_to_trajectory('document_confirmations');
grant select, insert on document_confirmations to krachtlijn_app;
comment on table document_confirmations is 'Who said yes to which document, when and how; the hash is the one they saw.';

-- What anybody with a check code may learn: that the document exists, its kind, its hash, when it was sealed. Nothing else.
create function krachtlijn.check_document(code text)
  returns table (kind text, hash text, made_at timestamptz, sealed_at timestamptz, void_at timestamptz, confirmations int, programme jsonb)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select d.kind, d.hash, d.made_at, d.sealed_at, d.void_at, (select count(*)::int from document_confirmations c where c.document_id = d.id), p.name
    from documents d join programmes p on p.id = d.programme_id where d.check_code = code
  $$;
revoke all on function krachtlijn.check_document(text) from public;
grant execute on function krachtlijn.check_document(text) to krachtlijn_app;
