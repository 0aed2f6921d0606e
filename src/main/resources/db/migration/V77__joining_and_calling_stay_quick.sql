-- Written so that the planner can take it into the statement that asks: every stored row asks for the time.
create or replace function callboard_now() returns timestamptz language sql volatile as $$
  select case when coalesce(current_setting('callboard.clock', true), '') = ''
      or not pg_has_role(session_user, 'callboard_admin', 'member') then clock_timestamp()
    else current_setting('callboard.clock')::timestamptz end
$$;

-- The wait at the end of a long line, reckoned once for whoever joins within the next seconds. "others": how many more
-- wait than numbers were issued that day, so that each new number knows the people ahead of it.
alter table queue_day
  add column reckoned_at timestamptz,
  add column pace interval,
  add column others integer;
comment on column queue_day.pace is 'how much longer each person ahead makes the wait; null where it could not be reckoned';

-- Who is at a counter now, among however many there ever were. The time is asked once: for each row it would keep the
-- index from being used.
create index counter_leased on counter (lease_until) where lease_until is not null;
create or replace view open_counter as
select c.name from counter c
where c.lease_until > (select callboard_now())
  and (c.queues is null or exists (select from queue q where q.code = any(c.queues) and q.state in ('OPEN', 'LOCKED')))
union
select t.counter from ticket t where t.state in ('CALLED', 'SERVING');

-- The laws of a ticket's row, in the one function that is called for each change anyway: Postgres reads the text of every
-- CHECK anew for each statement, and those of tickets cost a join more than the insert itself.
alter table ticket
  drop constraint ticket_state, drop constraint ticket_customer, drop constraint ticket_counter_by_state,
  drop constraint ticket_held_until, drop constraint ticket_number_check, drop constraint ticket_priority_check,
  drop constraint ticket_quoted_check,
  -- the queue of issue is another column; this one is looked up where a ticket goes to another queue
  drop constraint ticket_queue_fkey;

create or replace function ticket_law() returns trigger language plpgsql as $$
declare unmoved ticket;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'WAITING' or new.last_kind <> 'JOINED' or new.queue <> new.origin or new.counter is not null
        or new.held_until is not null then
      raise exception 'a ticket begins WAITING where it was issued' using errcode = 'check_violation', constraint = 'ticket_law';
    end if;
    if new.number < 1 or new.priority not in (0, 1) or new.quoted < interval '0' or new.customer !~ '\S'
        or length(new.customer) > 200 then
      raise exception 'ticket % of queue %: not a ticket', new.number, new.origin
        using errcode = 'check_violation', constraint = 'ticket_law';
    end if;
    return new;
  end if;
  unmoved := new;
  unmoved.order_id := old.order_id;
  if unmoved is not distinct from old and new.order_id is distinct from old.order_id then
    new.version := old.version + 1;
    return new;
  end if;
  if (new.id, new.origin, new.day, new.number, new.joined_at, new.customer, new.quoted, new.priority)
      is distinct from (old.id, old.origin, old.day, old.number, old.joined_at, old.customer, old.quoted, old.priority) then
    raise exception 'a ticket keeps its number and its first arrival'
      using errcode = 'check_violation', constraint = 'ticket_law';
  end if;
  if not exists (select from ticket_transition
      where (kind = new.last_kind and from_state = old.state and to_state = new.state)
        or (new.last_kind = 'UNDONE' and kind = old.last_kind and from_state = new.state and to_state = old.state)) then
    raise exception '% may not take a ticket from % to %', new.last_kind, old.state, new.state
      using errcode = 'check_violation', constraint = 'ticket_law';
  end if;
  if (new.state in ('WAITING', 'HELD') and new.counter is not null)
      or (new.state in ('CALLED', 'SERVING', 'NO_SHOW', 'COMPLETED') and new.counter is null)
      or (new.state = 'HELD') <> (new.held_until is not null) then
    raise exception 'ticket % of queue % is % at counter %, held until %', new.number, new.origin, new.state, new.counter,
      new.held_until using errcode = 'check_violation', constraint = 'ticket_law';
  end if;
  if new.queue <> old.queue then
    perform from queue q where q.code = new.queue for key share;
    if not found then
      raise exception 'there is no queue %', new.queue using errcode = 'foreign_key_violation', constraint = 'ticket_law';
    end if;
  end if;
  new.version := old.version + 1;
  return new;
end $$;

-- What the key from a ticket's queue kept: a queue with tickets stays.
create function keep_queue_of_tickets() returns trigger language plpgsql as $$
begin
  if exists (select from ticket t where t.queue = old.code) then
    raise exception 'queue % has tickets', old.code using errcode = 'foreign_key_violation';
  end if;
  return old;
end $$;
create trigger keep_queue_of_tickets before delete on queue for each row execute function keep_queue_of_tickets();

-- An event's kind is its ticket's last one, which the law above has let pass.
alter table ticket_event drop constraint ticket_event_kind_check, drop constraint ticket_event_reverts_key;
-- Events that take nothing back need not stand among those that do.
create unique index ticket_event_reverts on ticket_event (reverts) where reverts is not null;

-- Said by a function, which is called where there is a duty: each audited change would read the names of the roles.
create function may_act_on_duty() returns boolean language plpgsql stable as $$
begin
  return pg_has_role(session_user, 'callboard_worker', 'member') or pg_has_role(session_user, 'callboard_admin', 'member');
end $$;
alter table audit_entry drop constraint audit_entry_duty_check,
  add constraint audit_entry_duty_check check (duty is null or may_act_on_duty()) not valid;
