-- Who looks after a kind of error: one person at a time, until released.
create table group_claim (
  fingerprint text primary key,
  at timestamptz not null default callboard_now(),
  login text not null default session_user,
  note text check (length(note) <= 500)
);
grant select on group_claim to callboard_staff, callboard_admin, callboard_worker;
grant insert (fingerprint, note), update (note), delete on group_claim to callboard_admin;
