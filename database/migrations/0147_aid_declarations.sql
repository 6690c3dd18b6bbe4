-- What an enterprise declares about earlier aid: sent as a link, corrected and agreed without an account, and then frozen as a document.

alter table documents drop constraint documents_kind_check;
alter table documents add constraint documents_kind_check check (kind in ('participation_agreement', 'action_plan', 'aid_declaration'));

create table aid_declarations (
  id uuid primary key,
  programme_id uuid not null, lot_id uuid not null, provider_id uuid not null, enterprise_id uuid not null,
  trajectory_id uuid not null references trajectories (id),
  state text not null default 'sent' check (state in ('sent', 'agreed', 'withdrawn')),
  shown uuid[] not null,
  contact_id uuid not null references people (id),
  sent_by uuid references people (id),
  sent_at timestamptz not null,
  document_id uuid references documents (id),
  agreed_at timestamptz,
  check ((state = 'agreed') = (document_id is not null and agreed_at is not null))
);
create unique index aid_declarations_one_open on aid_declarations (trajectory_id) where state = 'sent';
create index aid_declarations_by_trajectory on aid_declarations (trajectory_id, sent_at desc, id desc);
create index aid_declarations_by_contact on aid_declarations (contact_id);
create index aid_declarations_by_enterprise on aid_declarations (enterprise_id, agreed_at desc) where state = 'agreed';
select krachtlijn.belongs_to_trajectory('aid_declarations');
grant select, insert on aid_declarations to krachtlijn_app;
grant update (state, document_id, agreed_at) on aid_declarations to krachtlijn_app;
comment on table aid_declarations is 'Declarations of earlier aid that were asked of an enterprise; what was agreed stands in the document.';
comment on column aid_declarations.shown is 'Lines of the ledger with which it was prefilled: of these the enterprise may take some away.';
