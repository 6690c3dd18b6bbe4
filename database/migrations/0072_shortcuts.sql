-- Single keys that do something can be switched off (WCAG 2.1.4).
alter table people add column shortcuts boolean not null default true;
comment on column people.shortcuts is 'Whether single keys (/, ?, j, k) do something for this person.';
