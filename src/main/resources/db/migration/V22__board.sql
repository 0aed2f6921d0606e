-- What a wall screen may know of calls: the number, the counter and what became of it. No names, no reasons.
create view board_call as
select e.id, e.ticket_id, e.queue, t.origin, t.number, e.counter, e.at, last_said.id as announced,
  last_said.at as announced_at, undone.at as withdrawn_at,
  case
    when undone.at is not null then 'WITHDRAWN'
    when exists (select from ticket_event n where n.ticket_id = e.ticket_id and n.kind = 'CALLED' and n.id > e.id) then 'GONE'
    when t.state = 'CALLED' then 'CALLED'
    when t.state in ('SERVING', 'COMPLETED', 'NO_SHOW', 'EXPIRED') then 'ANSWERED'
    else 'GONE'
  end as status
from ticket_event e
join ticket t on t.id = e.ticket_id
left join ticket_event undone on undone.reverts = e.id
cross join lateral (
  select s.id, s.at from ticket_event s
  where s.ticket_id = e.ticket_id and s.id >= e.id and s.kind in ('CALLED', 'RECALLED')
    and s.id < coalesce((select min(n.id) from ticket_event n
      where n.ticket_id = e.ticket_id and n.kind = 'CALLED' and n.id > e.id), 9223372036854775807)
  order by s.id desc limit 1) last_said
where e.kind = 'CALLED';
grant select on board_call to callboard_kiosk, callboard_gateway, callboard_staff, callboard_admin, callboard_worker;

-- The wall screens there are. One that says nothing for a while is silent, and the desk says so.
create table board_screen (
  name text primary key constraint board_screen_name check (name ~ '\S' and length(name) <= 60),
  queues text[] not null,
  seen_at timestamptz not null
);

-- That a screen has shown, and perhaps spoken, one call or recall.
create table board_receipt (
  announced bigint not null references ticket_event,
  screen text not null references board_screen on delete cascade,
  shown_at timestamptz not null,
  spoken_at timestamptz,
  primary key (announced, screen)
);
grant select on board_screen, board_receipt to callboard_kiosk, callboard_staff, callboard_admin, callboard_worker;

-- Which counters somebody is at: what a quoted wait is reckoned with.
create view open_counter as
select c.name from counter c where c.lease_until > callboard_now()
union
select t.counter from ticket t where t.state in ('CALLED', 'SERVING');
grant select on open_counter to callboard_kiosk, callboard_gateway, callboard_staff, callboard_admin, callboard_worker;
