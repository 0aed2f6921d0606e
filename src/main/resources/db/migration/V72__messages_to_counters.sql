-- A line that a supervisor writes to whoever sits at a counter, until somebody there has read it.
create table counter_message (
  id bigint generated always as identity primary key,
  counter text not null references counter (name) on update cascade,
  at timestamptz not null default callboard_now(),
  author text not null default session_user,
  words text not null check (words ~ '\S' and length(words) <= 200),
  read_at timestamptz,
  read_by text,
  check ((read_at is null) = (read_by is null))
);
create index counter_message_unread on counter_message (counter, id) where read_at is null;
grant select on counter_message to callboard_staff, callboard_admin, callboard_worker;
