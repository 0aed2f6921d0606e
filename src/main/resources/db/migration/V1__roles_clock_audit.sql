-- Roles belong to the whole server: another database's migration may create them at this very moment.
do $$
declare role_name text;
begin
  foreach role_name in array array['callboard_kiosk', 'callboard_staff', 'callboard_admin', 'callboard_worker', 'callboard_gateway'] loop
    begin
      execute format('create role %I nologin', role_name);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $$;

revoke create on schema public from public;
grant usage on schema public to callboard_kiosk, callboard_staff, callboard_admin, callboard_worker, callboard_gateway;

-- The time of every stored fact: the server's, or a clock held by a replay, a fixture or a test.
create function callboard_now() returns timestamptz language plpgsql volatile as $$
declare held text := current_setting('callboard.clock', true);
begin
  if held is null or held = '' or not pg_has_role(session_user, 'callboard_admin', 'member') then
    return clock_timestamp();
  end if;
  return held::timestamptz;
end $$;

-- A rule said no: the caller's transaction rolls back; code is for machines, line for people.
create function refuse(code text, line text) returns void language plpgsql as $$
begin
  raise exception using errcode = 'CB001', message = code, detail = line;
end $$;

create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default callboard_now(),
  actor text not null default session_user,
  duty text check (duty is null or pg_has_role(session_user, 'callboard_worker', 'member') or pg_has_role(session_user, 'callboard_admin', 'member')),
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  reason text,
  before jsonb not null default '{}',
  after jsonb not null default '{}'
);
create index audit_entry_subject on audit_entry (subject_kind, subject_id, id);
create index audit_entry_at on audit_entry (at);

-- actor and at are in no grant: they can only be what the server says.
grant insert (duty, action, subject_kind, subject_id, reason, before, after) on audit_entry
  to callboard_kiosk, callboard_staff, callboard_admin, callboard_worker, callboard_gateway;
grant select on audit_entry to callboard_staff, callboard_admin, callboard_worker;

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_rewriting();
