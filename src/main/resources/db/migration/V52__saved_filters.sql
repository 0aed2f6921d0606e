-- The filters of Triage that a person keeps; each login sees its own.
create table saved_filter (
  id bigint generated always as identity primary key,
  login text not null default session_user,
  name text not null check (length(btrim(name)) between 1 and 60),
  query text not null check (length(query) <= 1000),
  unique (login, name)
);
alter table saved_filter enable row level security;
create policy saved_filter_own on saved_filter using (login = session_user) with check (login = session_user);
grant select, delete on saved_filter to callboard_staff, callboard_admin;
grant insert (name, query), update (name, query) on saved_filter to callboard_staff, callboard_admin;
