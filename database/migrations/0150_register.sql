-- The enterprise register: the newest KBO open data that was imported. Public facts, outside row-level security, so that an
-- index serves the search. An import fills a second set of the same tables in a schema of its own and changes places with
-- this one in one transaction; therefore the tables are made by a function, and nothing refers to them.

create schema register_next;

create function krachtlijn.make_register(place text) returns void language plpgsql set search_path = public, pg_temp as $$
declare
  -- Numbers and codes compare by their bytes: quicker, and the same everywhere.
  tables jsonb := $t${
    "register_extract": "number int not null, snapshot_on date not null, extracted_at text not null, version text not null, fingerprint text not null, nace_version text not null, counts jsonb not null, imported_at timestamptz not null",
    "register_enterprises": "number text collate \"C\" not null, natural_person boolean not null, situation text not null, legal_form text, legal_form_cac text, starts_on date",
    "register_units": "number text collate \"C\" not null, starts_on date, enterprise_number text collate \"C\" not null",
    "register_names": "enterprise_number text collate \"C\" not null, entity_number text collate \"C\" not null, natural_person boolean not null, kind text not null, language text not null, name text not null, squeezed text collate \"C\" not null, words tsvector not null",
    "register_addresses": "entity_number text collate \"C\" not null, kind text not null, country_nl text, country_fr text, zip text, municipality_nl text, municipality_fr text, street_nl text, street_fr text, house_number text, box text, extra text, struck_off_on date",
    "register_activities": "entity_number text collate \"C\" not null, activity_group text not null, nace_version text not null, nace_code text not null",
    "register_codes": "category text not null, code text not null, language text not null, description text not null",
    "register_words": "word text collate \"C\" not null, uses int not null, spellings int[] not null"
  }$t$;
  about jsonb := $t${
    "register_extract": "Which publication of the KBO open data is in the register: one row, or none while nothing was imported.",
    "register_enterprises": "Every active enterprise of the register.",
    "register_units": "Every active establishment unit, with the enterprise that it belongs to.",
    "register_names": "Every name of an enterprise or of one of its units, as it is searched: without spaces and signs, and as words with the places where it is found.",
    "register_addresses": "Where an enterprise or a unit is; natural persons have no address here, their units have.",
    "register_activities": "The main activities in the newest version of NACE-BEL, by the authority that registered them.",
    "register_codes": "What the codes of the register mean, by language.",
    "register_words": "Each word of the names with its spellings (the word and what is left without one of its letters, hashed), to find what was mistyped."
  }$t$;
  made record;
begin
  for made in select key as name, value #>> '{}' as columns from jsonb_each(tables) loop
    execute format('create table %I.%I (%s)', place, made.name, made.columns);
    execute format('comment on table %I.%I is %L', place, made.name, about ->> made.name);
    execute format('grant select on %I.%I to krachtlijn_app', place, made.name);
  end loop;
end $$;

-- One index at a time, by the name of its table, so that an import can say how far it is.
create function krachtlijn.index_register(place text, only_table text) returns void language plpgsql set search_path = public, pg_temp as $$
declare
  made text[];
begin
  foreach made slice 1 in array array[
    ['register_enterprises', 'alter table %I.register_enterprises add primary key (number)'],
    ['register_units', 'alter table %I.register_units add primary key (number)'],
    ['register_units', 'create index register_units_by_enterprise on %I.register_units (enterprise_number)'],
    ['register_names', 'create index register_names_by_enterprise on %I.register_names (enterprise_number)'],
    ['register_names', 'create index register_names_by_letters on %I.register_names (squeezed)'],
    ['register_names', 'create index register_names_by_words on %I.register_names using gin (words) with (fastupdate = off)'],
    ['register_addresses', 'create index register_addresses_by_entity on %I.register_addresses (entity_number)'],
    ['register_activities', 'create index register_activities_by_entity on %I.register_activities (entity_number)'],
    ['register_codes', 'alter table %I.register_codes add primary key (category, code, language)'],
    ['register_words', 'alter table %I.register_words add primary key (word)'],
    ['register_words', 'create index register_words_by_spelling on %I.register_words using gin (spellings) with (fastupdate = off)']]
  loop
    if made[1] = only_table then
      execute format(made[2], place);
    end if;
  end loop;
  execute format('analyze %I.%I', place, only_table);
end $$;

-- A word and what is left of it without one letter: two words that differ by one slip (a letter too few or too many, another
-- letter, two that changed places) share one of these.
create function krachtlijn.spellings(word text) returns int[] language sql immutable parallel safe
  as $$ select array(select hashtext(word) union select hashtext(left(word, at - 1) || substr(word, at + 1)) from generate_series(1, length(word)) at) $$;

select krachtlijn.make_register('public');
select krachtlijn.index_register('public', name) from unnest(array['register_enterprises', 'register_units', 'register_names',
  'register_addresses', 'register_activities', 'register_codes', 'register_words']) name;

-- What an import has put aside so far. Written in the transaction of the rows themselves: who goes on after a kill goes on here.
create table register_steps (
  fingerprint text not null,
  step text not null,
  bytes bigint not null,
  line int not null,
  rows_read bigint not null,
  rows_kept bigint not null,
  done boolean not null,
  primary key (fingerprint, step)
);
comment on table register_steps is 'How far an import of the register came, by file and by step; empty when none is under way.';
grant select on register_steps to krachtlijn_app;

create table register_imports (
  id uuid primary key,
  file text not null,
  asked_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  state text not null check (state in ('waiting', 'running', 'done', 'same', 'refused', 'stopped')),
  anyway boolean not null,
  by_job boolean not null,
  step text,
  share real not null,
  extract_number int,
  snapshot_on date,
  rows_read bigint not null,
  problem jsonb
);
create index register_imports_newest on register_imports (asked_at desc, id);
comment on table register_imports is 'Each time somebody had a publication of the register imported: how far it is, or how it ended. Names a file and nobody.';
comment on column register_imports.anyway is 'Also when the file is older than what is in the register.';
grant select, insert, update on register_imports to krachtlijn_app;
