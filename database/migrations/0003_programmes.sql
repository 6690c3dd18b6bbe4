-- The programme and its parts. Public facts: outside row-level security.

create table programmes (
  id uuid primary key,
  code text not null unique,
  name jsonb not null,
  starts_on date not null,
  ends_on date not null,
  target int not null,
  example boolean not null default false,
  definition jsonb not null,
  created_at timestamptz not null default now()
);
create table lots (
  id uuid primary key,
  programme_id uuid not null references programmes (id),
  number int not null,
  name jsonb not null,
  target int not null,
  budget_cents bigint not null,
  unique (programme_id, number)
);
create table providers (
  id uuid primary key,
  programme_id uuid not null references programmes (id),
  lot_id uuid not null references lots (id),
  code text not null,
  name text not null,
  active boolean not null default true,
  coordinates boolean not null default false,
  unique (programme_id, code)
);
comment on column programmes.definition is 'The published definition: sectors, joint committees, conditions, price, governance.';
grant select, insert, update, delete on programmes, lots, providers to krachtlijn_app;
