-- An order begins as a reservation, whoever writes it; and outside a transition nobody but an admin or a worker touches
-- what decides its races.
create or replace function orders_law() returns trigger language plpgsql as $$
declare
  trusted boolean := pg_has_role(session_user, 'callboard_admin', 'member')
    or pg_has_role(session_user, 'callboard_worker', 'member');
begin
  if tg_op = 'INSERT' then
    if not trusted and (new.state <> 'RESERVED' or new.round <> 0 or new.run <> 0 or new.paid_by is not null) then
      raise exception 'permission denied: an order begins as a reservation' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if new.state = old.state then
    if not trusted and (new.round, new.run, new.paid_by, new.job_number)
        is distinct from (old.round, old.run, old.paid_by, old.job_number) then
      raise exception 'permission denied: an order changes by its transitions' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if not (old.state, new.state) in (
      ('RESERVED', 'PAYMENT_PENDING'), ('RESERVED', 'EXPIRED'), ('RESERVED', 'CANCELLED'),
      ('PAYMENT_PENDING', 'PAID'), ('PAYMENT_PENDING', 'RESERVED'), ('PAYMENT_PENDING', 'EXPIRED'),
      ('PAID', 'PROCESSING'), ('PAID', 'FAILED'), ('PAID', 'CANCELLED'),
      ('PROCESSING', 'COMPLETED'), ('PROCESSING', 'FAILED'),
      ('FAILED', 'PAID'), ('FAILED', 'CANCELLED')) then
    raise exception 'order %: % does not lead to %', old.number, old.state, new.state using errcode = 'check_violation';
  end if;
  if not trusted
     and not (old.state, new.state) in (('RESERVED', 'PAYMENT_PENDING'), ('PAYMENT_PENDING', 'PAID'), ('PAYMENT_PENDING', 'RESERVED')) then
    raise exception 'permission denied: % to % of an order', old.state, new.state using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
drop trigger orders_law on orders;
create trigger orders_law before insert or update on orders for each row execute function orders_law();

-- Reserving is done by the function alone.
revoke insert on orders, order_line, stock_hold from callboard_gateway;
revoke update (held) on product from callboard_gateway;
revoke update on stock_hold from callboard_gateway;

-- Whoever commits marks what it delivered; what a row asks for never changes.
revoke update on outbox from callboard_staff, callboard_admin, callboard_worker, callboard_gateway;
grant update (tries, next_try, error, set_apart, done_at) on outbox
  to callboard_staff, callboard_admin, callboard_worker, callboard_gateway;
