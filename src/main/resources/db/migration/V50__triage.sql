-- A job as it was before something touched it: retrying a job in BullMQ wipes its error.
create table job_evidence (
  id bigint generated always as identity primary key,
  at timestamptz not null default callboard_now(),
  actor text not null default session_user,
  cause text not null check (cause in ('failed', 'retry', 'cancel', 'discard')),
  queue text not null,
  job_id text not null,
  order_id uuid references orders,
  round int,
  failed_at timestamptz,
  error text,
  snapshot jsonb not null
);
create index job_evidence_job on job_evidence (queue, job_id, id);
create index job_evidence_order on job_evidence (order_id, id) where order_id is not null;
create trigger job_evidence_append_only before update or delete or truncate on job_evidence
  for each statement execute function refuse_rewriting();
grant select on job_evidence to callboard_staff, callboard_admin, callboard_worker;
grant insert (cause, queue, job_id, order_id, round, failed_at, error, snapshot) on job_evidence
  to callboard_admin, callboard_worker;
