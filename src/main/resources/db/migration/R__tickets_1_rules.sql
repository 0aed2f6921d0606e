-- What the functions of the tickets share. Lock order: counter, then ticket.

-- Writes the event of a change that has just been made, and its audit entry.
create or replace function note_ticket_event(was ticket, ticket_id uuid, done_as text, why text, undone bigint)
returns void language plpgsql as $$
begin
  -- one statement: this runs while the counter of a busy queue is locked
  with now_is as (select * from ticket t where t.id = note_ticket_event.ticket_id),
  event as (
    insert into ticket_event (ticket_id, at, kind, from_state, to_state, queue, counter, duty, reason, before, reverts)
    select now_is.id, now_is.last_at, now_is.last_kind, was.state, now_is.state, now_is.queue,
      coalesce(now_is.counter, was.counter), done_as, why, case when was.id is not null then to_jsonb(was) end, undone
    from now_is)
  insert into audit_entry (duty, action, subject_kind, subject_id, reason, before, after)
    select done_as, 'ticket.' || lower(now_is.last_kind), 'ticket', now_is.id::text, why,
      case when was.id is null then '{}'::jsonb
        else jsonb_build_object('state', was.state, 'queue', was.queue, 'counter', was.counter) end,
      jsonb_build_object('state', now_is.state, 'queue', now_is.queue, 'counter', now_is.counter)
    from now_is;
end $$;

create or replace function ticket_code(origin text, number integer) returns text language sql immutable as $$
  select origin || '-' || case when number < 1000 then lpad(number::text, 3, '0') else number::text end
$$;

create or replace function refuse_wrong_state(present ticket) returns void language plpgsql as $$
begin
  perform refuse('wrong_state', format('Ticket %s is %s.', ticket_code(present.origin, present.number), present.state));
end $$;

create or replace function refuse_unknown_queue(wanted text) returns void language plpgsql as $$
begin
  perform refuse('not_found', format('There is no queue %s.', left(wanted, 60)));
end $$;

-- Locks the counter for this transaction; refused where a console other than the caller's leases it.
create or replace function use_counter(wanted text, lease uuid) returns void language plpgsql as $$
declare place counter;
begin
  select * into place from counter c where c.name = wanted for no key update;
  if not found then
    if wanted !~ '\S' or length(wanted) > 60 then
      perform refuse('invalid', 'A counter''s name has 1 to 60 characters.');
    end if;
    insert into counter (name) values (wanted) on conflict do nothing;
    select * into strict place from counter c where c.name = wanted for no key update;
  end if;
  if place.lease_until > callboard_now() then
    if lease is null then
      perform refuse('counter_busy', format('Counter %s is in the hands of %s.', wanted, place.holder));
    elsif lease <> place.token then
      perform refuse('lease_lost', format('Counter %s was taken over by %s.', wanted, place.holder));
    end if;
  elsif lease is not null then
    perform refuse('lease_lost', format('The lease of counter %s has ended.', wanted));
  end if;
end $$;

-- Locks a ticket, and before it the counter it is at where the act is an act at a counter.
create or replace function lock_ticket(wanted uuid, lease uuid, counter_states text[]) returns ticket language plpgsql as $$
declare seen ticket; locked ticket;
begin
  select * into seen from ticket t where t.id = wanted;
  if not found then
    perform refuse('not_found', format('There is no ticket %s.', wanted));
  end if;
  if seen.counter is not null and seen.state = any(counter_states) then
    perform use_counter(seen.counter, lease);
  end if;
  select * into strict locked from ticket t where t.id = wanted for no key update;
  if locked.version <> seen.version then
    -- Somebody moved it while we waited: what the caller saw is no longer so, nor is the counter that was locked.
    perform refuse_wrong_state(locked);
  end if;
  return locked;
end $$;

revoke execute on function note_ticket_event, refuse_wrong_state, refuse_unknown_queue, use_counter, lock_ticket from public;
