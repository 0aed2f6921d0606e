-- A bulk action over the jobs that a person saw: their ids in the rounds they had then, and what became of each.
create table bulk_run (
  id bigint generated always as identity primary key,
  at timestamptz not null default callboard_now(),
  actor text not null default session_user,
  action text not null check (action in ('RETRY', 'CANCEL', 'DISCARD')),
  title text not null,
  reason text,
  canary int not null default 0 check (canary >= 0),
  pause_millis int not null default 0 check (pause_millis >= 0),
  asked boolean not null default false,
  state text not null default 'RUNNING' check (state in ('RUNNING', 'ASKING', 'PAUSED', 'STOPPED', 'DONE')),
  note text,
  ended_at timestamptz,
  total int not null check (total > 0),
  done int not null default 0,
  moved int not null default 0,
  gone int not null default 0,
  refused int not null default 0,
  canary_refused int not null default 0,
  lease uuid,
  lease_until timestamptz,
  check (done + moved + gone + refused <= total),
  check ((state in ('STOPPED', 'DONE')) = (ended_at is not null)),
  check (action = 'RETRY' or reason is not null)
);
create index bulk_run_open on bulk_run (id) where ended_at is null;

create table bulk_run_item (
  run_id bigint not null references bulk_run,
  position int not null,
  queue text not null,
  job_id text not null,
  shown text not null,
  order_id uuid,
  round int,
  failed_at timestamptz,
  result text check (result in ('DONE', 'MOVED', 'GONE', 'REFUSED')),
  message text,
  at timestamptz,
  primary key (run_id, position),
  unique (run_id, queue, job_id),
  check ((result is null) = (at is null))
);
create index bulk_run_item_open on bulk_run_item (run_id, position) where result is null;

-- A run goes from state to state like everything else, and an item's result is written once.
create function bulk_run_law() returns trigger language plpgsql as $$
begin
  if new.state <> old.state and not (old.state, new.state) in (
      ('RUNNING', 'ASKING'), ('RUNNING', 'PAUSED'), ('RUNNING', 'STOPPED'), ('RUNNING', 'DONE'),
      ('ASKING', 'RUNNING'), ('ASKING', 'STOPPED'), ('PAUSED', 'RUNNING'), ('PAUSED', 'STOPPED')) then
    raise exception 'run %: % does not lead to %', old.id, old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger bulk_run_law before update on bulk_run for each row execute function bulk_run_law();

create function bulk_run_item_law() returns trigger language plpgsql as $$
begin
  if old.result is not null then
    raise exception 'run %, job %: its result is written already', old.run_id, old.job_id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger bulk_run_item_law before update on bulk_run_item for each row execute function bulk_run_item_law();

grant select on bulk_run, bulk_run_item to callboard_staff, callboard_admin, callboard_worker;
grant insert (action, title, reason, canary, pause_millis, total) on bulk_run to callboard_admin;
grant update (asked, state, note, ended_at, done, moved, gone, refused, canary_refused, lease, lease_until) on bulk_run
  to callboard_admin;
grant insert (run_id, position, queue, job_id, shown, order_id, round, failed_at) on bulk_run_item to callboard_admin;
grant update (result, message, at) on bulk_run_item to callboard_admin;
