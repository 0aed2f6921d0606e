create table queue (
  code text collate "C" primary key constraint queue_code check (code ~ '^[A-Za-z0-9][A-Za-z0-9/_.-]{0,19}$'),
  name text not null constraint queue_name check (name ~ '\S' and length(name) <= 100),
  state text not null default 'OPEN' constraint queue_state check (state in ('OPEN', 'PAUSED', 'LOCKED', 'CLOSED')),
  state_reason text,
  state_since timestamptz not null default callboard_now()
);

-- One row per queue and business day: the last number issued, and how long the queue stood paused that day.
create table queue_day (
  queue text collate "C" not null references queue,
  day date not null,
  last integer not null default 0 check (last >= 0),
  paused interval not null default interval '0' check (paused >= interval '0'),
  primary key (queue, day)
);

-- A counter exists from its first use. A lease is a random token with an end; without one anybody may borrow it.
create table counter (
  name text collate "C" primary key constraint counter_name check (name ~ '\S' and length(name) <= 60),
  token uuid,
  lease_until timestamptz,
  holder text,
  held_since timestamptz,
  check ((token is null) = (lease_until is null) and (token is null) = (holder is null))
);

-- The arrows of a ticket's life, each with the event that walks it. Undo walks any of them backwards.
create table ticket_transition (
  kind text not null,
  from_state text not null,
  to_state text not null,
  primary key (kind, from_state)
);
insert into ticket_transition (kind, from_state, to_state) values
  ('CALLED', 'WAITING', 'CALLED'),
  ('RECALLED', 'CALLED', 'CALLED'),
  ('SERVING', 'CALLED', 'SERVING'),
  ('COMPLETED', 'SERVING', 'COMPLETED'),
  ('NO_SHOW', 'CALLED', 'NO_SHOW'),
  ('HELD', 'WAITING', 'HELD'), ('HELD', 'CALLED', 'HELD'), ('HELD', 'SERVING', 'HELD'),
  ('RESUMED', 'HELD', 'WAITING'), ('RESUMED', 'NO_SHOW', 'WAITING'),
  ('CANCELLED', 'WAITING', 'CANCELLED'), ('CANCELLED', 'CALLED', 'CANCELLED'), ('CANCELLED', 'HELD', 'CANCELLED'),
  ('TRANSFERRED', 'WAITING', 'WAITING'), ('TRANSFERRED', 'CALLED', 'WAITING'),
  ('TRANSFERRED', 'SERVING', 'WAITING'), ('TRANSFERRED', 'HELD', 'WAITING'),
  ('EXPIRED', 'WAITING', 'EXPIRED'), ('EXPIRED', 'CALLED', 'EXPIRED'),
  ('EXPIRED', 'SERVING', 'EXPIRED'), ('EXPIRED', 'HELD', 'EXPIRED');

create table ticket (
  id uuid primary key default gen_random_uuid(),
  origin text collate "C" not null references queue,
  day date not null,
  number integer not null check (number > 0),
  queue text collate "C" not null references queue,
  state text not null constraint ticket_state check (state in
    ('WAITING', 'CALLED', 'SERVING', 'COMPLETED', 'NO_SHOW', 'HELD', 'CANCELLED', 'EXPIRED')),
  customer text constraint ticket_customer check (customer ~ '\S' and length(customer) <= 200),
  priority smallint not null default 0 check (priority in (0, 1)),
  order_id uuid,
  counter text collate "C" references counter,
  joined_at timestamptz not null,
  place_at timestamptz not null,
  ahead integer not null default 0,
  called_at timestamptz,
  serving_at timestamptz,
  ended_at timestamptz,
  held_until timestamptz,
  recalls integer not null default 0,
  version integer not null default 1,
  last_kind text not null,
  last_at timestamptz not null,
  constraint ticket_number unique (origin, day, number),
  constraint ticket_counter_by_state check (case
    when state in ('CALLED', 'SERVING', 'NO_SHOW', 'COMPLETED') then counter is not null
    when state in ('WAITING', 'HELD') then counter is null
    else true end),
  constraint ticket_held_until check ((state = 'HELD') = (held_until is not null))
);
comment on column ticket.origin is 'queue of issue: with day and number it is the code that people see';
comment on column ticket.place_at is 'the arrival that counts for the calling order; joined_at is the first one';
comment on column ticket.ahead is 'above 0: put in front of everybody, the highest first';

create unique index ticket_open_customer on ticket (queue, customer)
  where state in ('WAITING', 'CALLED', 'SERVING', 'HELD') and customer is not null;
create unique index ticket_at_counter on ticket (counter) where state in ('CALLED', 'SERVING');
create index ticket_open on ticket (queue, state, day) where state in ('WAITING', 'CALLED', 'SERVING', 'HELD');
create index ticket_of_day on ticket (queue, day);
create index ticket_order on ticket (order_id) where order_id is not null;

create table ticket_event (
  id bigint generated always as identity primary key,
  ticket_id uuid not null references ticket,
  at timestamptz not null,
  kind text not null check (kind in ('JOINED', 'CALLED', 'RECALLED', 'SERVING', 'COMPLETED', 'NO_SHOW', 'HELD',
    'RESUMED', 'CANCELLED', 'TRANSFERRED', 'EXPIRED', 'UNDONE')),
  from_state text,
  to_state text not null,
  queue text collate "C" not null references queue,
  counter text,
  actor text not null default session_user,
  duty text,
  reason text,
  before jsonb,
  reverts bigint unique references ticket_event,
  check ((kind = 'UNDONE') = (reverts is not null))
);
comment on column ticket_event.before is 'the ticket as it was: what an undo brings back';
create index ticket_event_of_ticket on ticket_event (ticket_id, id);
create index ticket_event_of_queue on ticket_event (queue, at);
create trigger ticket_event_append_only before update or delete or truncate on ticket_event
  for each statement execute function refuse_rewriting();

-- A double press or a lost answer comes with the key of the first try.
create table join_key (
  key text collate "C" primary key constraint join_key_length check (length(key) <= 200),
  ticket_id uuid not null references ticket deferrable initially deferred,
  request jsonb not null,
  at timestamptz not null default callboard_now()
);

create function ticket_law() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'WAITING' or new.last_kind <> 'JOINED' then
      raise exception 'a ticket begins WAITING' using errcode = 'check_violation', constraint = 'ticket_law';
    end if;
    return new;
  end if;
  if (new.id, new.origin, new.day, new.number, new.joined_at, new.customer)
      is distinct from (old.id, old.origin, old.day, old.number, old.joined_at, old.customer) then
    raise exception 'a ticket keeps its number and its first arrival'
      using errcode = 'check_violation', constraint = 'ticket_law';
  end if;
  if not exists (select from ticket_transition
      where (kind = new.last_kind and from_state = old.state and to_state = new.state)
        or (new.last_kind = 'UNDONE' and kind = old.last_kind and from_state = new.state and to_state = old.state)) then
    raise exception '% may not take a ticket from % to %', new.last_kind, old.state, new.state
      using errcode = 'check_violation', constraint = 'ticket_law';
  end if;
  new.version := old.version + 1;
  return new;
end $$;
create trigger ticket_law before insert or update on ticket for each row execute function ticket_law();

-- The priority rule, and the only place where it stands: the smaller comes first.
create function calling_order(ahead integer, priority smallint, place_at timestamptz, number integer)
returns numeric[] language sql immutable parallel safe as $$
  select array[-ahead, -priority, extract(epoch from place_at), number]
$$;

-- The day that a moment belongs to in a shop whose day rolls over at the given hour of its own clocks.
create function business_day(at timestamptz, zone text, starts time) returns date language sql stable as $$
  select ((at at time zone zone) - starts)::date
$$;

create view ticket_shown as
select t.id, t.origin, t.day, t.number, t.queue, t.state, t.customer, t.priority, t.order_id, t.counter, t.joined_at,
  t.called_at, t.serving_at, t.ended_at, t.held_until, t.recalls, t.ahead, t.version, t.last_kind, t.last_at,
  case when t.state = 'WAITING' then (
    select count(*) from ticket o where o.queue = t.queue and o.state = 'WAITING'
      and calling_order(o.ahead, o.priority, o.place_at, o.number)
        <= calling_order(t.ahead, t.priority, t.place_at, t.number))::integer
  end as position
from ticket t;

-- Nobody writes these tables but through the functions that keep the laws.
grant select on queue, queue_day to callboard_kiosk, callboard_gateway, callboard_staff, callboard_admin, callboard_worker;
grant select (id, origin, day, number, queue, state, priority, counter, joined_at, place_at, ahead, called_at,
  serving_at, ended_at, recalls, version, last_kind, last_at) on ticket to callboard_kiosk;
grant select on ticket, ticket_shown to callboard_gateway, callboard_staff, callboard_admin, callboard_worker;
grant select on ticket_event, ticket_transition, join_key to callboard_staff, callboard_admin, callboard_worker;
-- The token is whoever holds the counter: nobody else reads it.
grant select (name, lease_until, holder, held_since) on counter to callboard_staff, callboard_admin, callboard_worker;
