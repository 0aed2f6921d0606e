-- Who brought a queue into its state: whoever is stopped by it can ask them.
alter table queue add column state_by text not null default session_user;

-- The wait that was reckoned when the number was taken; null where it could not be. The upper end is half as much again.
alter table ticket add column quoted interval check (quoted >= interval '0');
create index ticket_service_times on ticket (queue, day, ended_at desc) include (serving_at) where state = 'COMPLETED';

-- An order may be put to a ticket later on: that moves nothing and is no arrow.
create or replace function ticket_law() returns trigger language plpgsql as $$
declare unmoved ticket;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'WAITING' or new.last_kind <> 'JOINED' then
      raise exception 'a ticket begins WAITING' using errcode = 'check_violation', constraint = 'ticket_law';
    end if;
    return new;
  end if;
  unmoved := new;
  unmoved.order_id := old.order_id;
  if unmoved is not distinct from old and new.order_id is distinct from old.order_id then
    new.version := old.version + 1;
    return new;
  end if;
  if (new.id, new.origin, new.day, new.number, new.joined_at, new.customer, new.quoted)
      is distinct from (old.id, old.origin, old.day, old.number, old.joined_at, old.customer, old.quoted) then
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
