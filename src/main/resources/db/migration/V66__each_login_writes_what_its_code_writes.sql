-- A login that fell into wrong hands can do no more than its own program does. Admins are people who decide; every other
-- login moves an order along its own ways only, and beside those ways changes nothing of it.
create or replace function orders_law() returns trigger language plpgsql as $$
declare
  admin boolean := pg_has_role(session_user, 'callboard_admin', 'member');
  worker boolean := pg_has_role(session_user, 'callboard_worker', 'member');
  unmoved orders;
begin
  if tg_op = 'INSERT' then
    if not admin and (new.state <> 'RESERVED' or new.round <> 0 or new.run <> 0 or new.current_payment is not null
        or new.paid_by is not null) then
      raise exception 'permission denied: an order begins as a reservation' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if new.state = old.state then
    unmoved := old;
    if worker and old.state = 'PROCESSING' and new.run = old.run + 1 then
      -- taken over from a worker that left it half done
      unmoved.run := new.run;
    end if;
    if not admin and new is distinct from unmoved then
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
  if admin then
    return new;
  end if;
  if not ((old.state, new.state) in (('RESERVED', 'PAYMENT_PENDING'), ('PAYMENT_PENDING', 'PAID'),
        ('PAYMENT_PENDING', 'RESERVED'))
      or worker and (old.state, new.state) in (('RESERVED', 'EXPIRED'), ('PAYMENT_PENDING', 'EXPIRED'),
        ('PAID', 'PROCESSING'), ('PROCESSING', 'COMPLETED'), ('PROCESSING', 'FAILED'), ('FAILED', 'CANCELLED'))) then
    raise exception 'permission denied: % to % of an order', old.state, new.state using errcode = 'insufficient_privilege';
  end if;
  if (new.id, new.number, new.customer, new.email, new.total, new.created_at)
        is distinct from (old.id, old.number, old.customer, old.email, old.total, old.created_at)
      or new.round not in (old.round, old.round + 1) or new.run not in (old.run, old.run + 1)
      or new.expires_at is distinct from old.expires_at and new.state <> 'RESERVED'
      or new.current_payment is distinct from old.current_payment and new.state not in ('PAYMENT_PENDING', 'PAID')
      or (new.paid_by, new.paid_at, new.job_number) is distinct from (old.paid_by, old.paid_at, old.job_number)
        and new.state <> 'PAID' then
    raise exception 'permission denied: % to % changes nothing else of an order', old.state, new.state
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

revoke update on orders, order_line from callboard_worker;
grant update (state, round, run, current_payment, paid_by, paid_at, job_number, failed_at, failure, completed_at)
  on orders to callboard_worker;
grant update (shipped, cancelled) on order_line to callboard_worker;

-- Money goes back only where the order does not keep it, as much as came; and what has gone back does not become due
-- again. That a refund was given is said by whoever gave it, not by the gateway.
create function refund_law() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'DUE' or not exists (select from payment join orders on orders.id = payment.order_id
        where payment.id = new.payment_id and payment.order_id = new.order_id and payment.amount = new.amount
          and payment.state = 'CAPTURED' and (orders.state = 'CANCELLED' or orders.paid_by is distinct from payment.id)) then
      raise exception 'refund of payment %: nothing is owed', new.payment_id using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (new.payment_id, new.order_id, new.amount) is distinct from (old.payment_id, old.order_id, old.amount)
      or new.state <> old.state
        and not (old.state, new.state) in (('DUE', 'DONE'), ('DUE', 'FAILED'), ('DONE', 'FAILED')) then
    raise exception 'refund of payment %: what is settled does not change', old.payment_id
      using errcode = 'check_violation';
  end if;
  if new.state <> 'FAILED' and not (pg_has_role(session_user, 'callboard_admin', 'member')
      or pg_has_role(session_user, 'callboard_worker', 'member')) then
    raise exception 'permission denied: a refund is given by the duties' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger refund_law before insert or update on refund for each row execute function refund_law();

revoke insert, update on refund from callboard_gateway, callboard_worker;
grant insert (payment_id, order_id, amount, state) on refund to callboard_gateway, callboard_worker;
grant update (state, done_at, failure) on refund to callboard_gateway;
grant update (state, done_at, failure, provider_id) on refund to callboard_worker;

-- A row asks for what its order or refund says in that very transaction. Whoever takes payment asks for the job, the
-- gateway also for money to be given back; all else is asked for by the duties and by admins.
create function outbox_law() returns trigger language plpgsql as $$
declare
  worker boolean := pg_has_role(session_user, 'callboard_worker', 'member');
begin
  if pg_has_role(session_user, 'callboard_admin', 'member') then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    if not worker and old.kind <> 'job' then
      raise exception 'permission denied: a row of the outbox for %', old.kind using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if new.done_at is not null or new.set_apart or not (case new.kind
      when 'job' then exists (select from orders where id = new.key::uuid and round = (new.payload ->> 'round')::int
        and (state = 'PAID' and new.payload ->> 'want' = 'RUN'
          or worker and state = 'CANCELLED' and new.payload ->> 'want' = 'GONE'))
      when 'refund' then (worker or pg_has_role(session_user, 'callboard_gateway', 'member'))
        and exists (select from refund where payment_id = new.key::uuid and state = 'DUE')
      else worker end) then
    raise exception 'permission denied: a row of the outbox for % %', new.kind, new.key
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger outbox_law before insert or update on outbox for each row execute function outbox_law();
