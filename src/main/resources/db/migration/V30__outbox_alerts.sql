-- What must happen outside Postgres because of a transaction: written by it, done by whoever commits or by a relay.
create table outbox (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('gate', 'job', 'mail')),
  key text not null,
  payload jsonb not null default '{}',
  created timestamptz not null default callboard_now(),
  tries int not null default 0,
  -- the server's own clock even under a held one: a relay judges what is due by it
  next_try timestamptz not null default clock_timestamp(),
  error text,
  set_apart boolean not null default false,
  done_at timestamptz
);
create index outbox_open on outbox (id) where done_at is null and not set_apart;
create index outbox_open_key on outbox (kind, key) where done_at is null;
grant select, insert, update on outbox to callboard_staff, callboard_admin, callboard_worker, callboard_gateway;

-- What a person must look at; one per failure, not one per attempt.
create table alert (
  id bigint generated always as identity primary key,
  at timestamptz not null default callboard_now(),
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  round int not null default 0,
  message text not null,
  handled_at timestamptz,
  handled_by text,
  unique (kind, subject_kind, subject_id, round)
);
grant select, update (handled_at, handled_by) on alert to callboard_staff, callboard_admin;
grant insert on alert to callboard_admin, callboard_worker, callboard_gateway;
grant select on alert to callboard_worker;
