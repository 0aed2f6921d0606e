-- Puts an order to an open ticket that has none.
create or replace function link_order(wanted uuid, lease uuid, to_order uuid)
returns setof ticket_shown language plpgsql security definer set search_path = public, pg_temp as $$
declare was ticket;
begin
  was := lock_ticket(wanted, lease, array['CALLED', 'SERVING']);
  if was.state not in ('WAITING', 'CALLED', 'SERVING', 'HELD') then
    perform refuse_wrong_state(was);
  elsif was.order_id is not null and was.order_id <> to_order then
    perform refuse('already_linked', format('Ticket %s has an order already.', ticket_code(was.origin, was.number)));
  end if;
  update ticket t set order_id = to_order where t.id = wanted and t.state = was.state and t.order_id is null;
  if found then
    insert into audit_entry (action, subject_kind, subject_id, before, after)
      values ('ticket.order', 'ticket', wanted::text, jsonb_build_object('order', null), jsonb_build_object('order', to_order));
  end if;
  return query select * from ticket_shown s where s.id = wanted;
end $$;

-- Takes an order from an open ticket again; refused where it is no longer the one that was seen.
create or replace function unlink_order(wanted uuid, lease uuid, seen_order uuid)
returns setof ticket_shown language plpgsql security definer set search_path = public, pg_temp as $$
declare was ticket;
begin
  was := lock_ticket(wanted, lease, array['CALLED', 'SERVING']);
  update ticket t set order_id = null where t.id = wanted and t.state = was.state and t.order_id = seen_order
    and t.state in ('WAITING', 'CALLED', 'SERVING', 'HELD');
  if not found then
    perform refuse_wrong_state(was);
  end if;
  insert into audit_entry (action, subject_kind, subject_id, before, after)
    values ('ticket.order', 'ticket', wanted::text, jsonb_build_object('order', seen_order), jsonb_build_object('order', null));
  return query select * from ticket_shown s where s.id = wanted;
end $$;

revoke execute on function link_order, unlink_order from public;
grant execute on function link_order, unlink_order to callboard_staff, callboard_admin;
