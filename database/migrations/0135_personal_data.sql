-- Personal data: what erasure needs of the database beyond what the app may do every day.

grant delete on access_links, access_tokens to krachtlijn_app;
-- Own words in a request that joined another one go with the person.
grant update (message, contact_given) on attached_requests to krachtlijn_app;

-- A new address that waits until its owner says yes, sealed under the key of the person.
alter table access_links drop constraint access_links_purpose_check;
alter table access_links add constraint access_links_purpose_check check (purpose in ('sign_in', 'invitation', 'confirm', 'new_email'));
alter table access_links add column sealed bytea;
comment on column access_links.sealed is 'What the link brings about (a new address), sealed under the key of the person it is for.';

-- A sealed document from which the values of an erased person were taken out: its first hash stays, and this one is of what is left.
alter table documents add column masked_hash text;
alter table documents add column masked_at timestamptz;
comment on column documents.masked_hash is 'Hash of the content after the values of an erased person were taken out; the hash beside it is of what was sealed.';

create index access_links_by_person on access_links (person_id);
create index agreements_by_contact on agreements (contact_id);
create index attached_requests_by_contact on attached_requests (contact_id);
create index document_confirmations_by_person on document_confirmations (person_id);
create index action_plan_objections_by_person on action_plan_objections (person_id);
create index mails_by_person on mails (person_id);
create index grants_by_person on grants (person_id);
create index leads_by_contact on leads (contact_id);
create index trajectory_guides_of_person on trajectory_guides (person_id);

-- Columns in which people type, so in which somebody may be named. Erasure takes the values of a person out of these and of no other.
create table krachtlijn.words (
  table_name text not null,
  column_name text not null,
  primary key (table_name, column_name)
);
insert into krachtlijn.words values
  ('intakes', 'content'), ('plans', 'content'), ('plan_versions', 'content'), ('plan_submissions', 'content'), ('plan_verdicts', 'remarks'),
  ('action_plans', 'content'), ('action_plan_versions', 'content'), ('action_plan_objections', 'words'),
  ('guidance_sessions', 'notes'), ('guidance_sessions', 'strike_reason'), ('guidance_session_versions', 'content'), ('guidance_session_versions', 'reason'),
  ('follow_ups', 'content'), ('follow_up_versions', 'content'), ('follow_up_versions', 'reason'), ('staff_informed', 'content'),
  ('trajectories', 'stop_words'), ('trajectory_part_versions', 'content'), ('trajectory_parts', 'name'),
  ('leads', 'message'), ('leads', 'decline_words'), ('attached_requests', 'message'), ('lead_contacts', 'words'), ('lead_handovers', 'words'),
  ('eligibility_decisions', 'why_again'), ('machine_accounts', 'name'), ('access_tokens', 'name'), ('saved_views', 'name'), ('saved_views', 'query');
revoke all on krachtlijn.words from public;
grant select on krachtlijn.words to krachtlijn_app;

-- Takes what fits `pattern` out of one column, in the rows of these places; `everywhere` for a table that lies in no place.
-- With the owner's eyes, since what was written down is otherwise never changed; only for the system, only for columns named above.
create function krachtlijn.take_out(in_table text, in_column text, pattern text, instead text,
  enterprises uuid[], providers uuid[], lots uuid[], programmes uuid[]) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  kind text;
  placed boolean;
  touched bigint;
begin
  if not krachtlijn.scope_system() then
    raise exception 'only the system takes words out' using errcode = 'insufficient_privilege';
  end if;
  if not exists (select 1 from krachtlijn.words w where w.table_name = in_table and w.column_name = in_column) then
    raise exception 'nothing is taken out of %.%', in_table, in_column using errcode = 'insufficient_privilege';
  end if;
  select data_type into kind from information_schema.columns c
    where c.table_schema = 'public' and c.table_name = in_table and c.column_name = in_column;
  select exists (select 1 from information_schema.columns c
    where c.table_schema = 'public' and c.table_name = in_table and c.column_name = 'enterprise_id') into placed;
  execute format('update %1$I set %2$I = regexp_replace(%2$I::text, $1, $2, ''gi'')::%3$s where %2$I::text ~* $1', in_table, in_column, kind)
    || case when placed then ' and (enterprise_id = any ($3) or provider_id = any ($4) or lot_id = any ($5) or programme_id = any ($6))' else '' end
    using pattern, instead, enterprises, providers, lots, programmes;
  get diagnostics touched = row_count;
  return touched;
end $$;
revoke all on function krachtlijn.take_out(text, text, text, text, uuid[], uuid[], uuid[], uuid[]) from public;
grant execute on function krachtlijn.take_out(text, text, text, text, uuid[], uuid[], uuid[], uuid[]) to krachtlijn_app;

-- What is left of a document after values were taken out, with its own hash; the hash of what was sealed is never touched.
create function krachtlijn.mask_document(document uuid, left_over jsonb, left_hash text, moment timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not krachtlijn.scope_system() then
    raise exception 'only the system masks a document' using errcode = 'insufficient_privilege';
  end if;
  update documents set content = left_over, masked_hash = left_hash, masked_at = moment where id = document;
end $$;
revoke all on function krachtlijn.mask_document(uuid, jsonb, text, timestamptz) from public;
grant execute on function krachtlijn.mask_document(uuid, jsonb, text, timestamptz) to krachtlijn_app;
