-- Payments by card, through a provider. Nothing of a card is ever stored: only the provider's name for the payment.
alter table payment drop constraint payment_provider_check;
alter table payment add constraint payment_provider_check check (provider in ('COUNTER', 'STRIPE'));
alter table payment add column intent text unique check (length(intent) <= 255);
alter table payment add column failure text;

-- FAILED: the provider said no for good; a person must give the money back.
alter table refund drop constraint refund_state_check;
alter table refund add constraint refund_state_check check (state in ('DUE', 'DONE', 'FAILED'));
alter table refund add column provider_id text;
alter table refund add column failure text;

alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check check (kind in ('gate', 'job', 'mail', 'refund'));

create index orders_pending on orders (id) where state = 'PAYMENT_PENDING';

-- What a provider told us, by its id of the message: each counts once, in whatever order they come.
create table provider_event (
  id text primary key check (id <> '' and length(id) <= 255),
  at timestamptz not null default callboard_now(),
  type text not null check (length(type) <= 100),
  payment_id uuid not null references payment
);
create index provider_event_payment on provider_event (payment_id);
create trigger provider_event_append_only before update or delete or truncate on provider_event
  for each statement execute function refuse_rewriting();

-- Captured money stays captured, a payment stays with its order, and who may take money at a counter does not record
-- what a provider took, nor the other way round.
create function payment_law() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.state = 'CAPTURED' and new.state <> 'CAPTURED'
      or (new.order_id, new.provider, new.amount) is distinct from (old.order_id, old.provider, old.amount)
      or old.intent is not null and new.intent is distinct from old.intent) then
    raise exception 'payment %: what is settled does not change', old.id using errcode = 'check_violation';
  end if;
  if not pg_has_role(session_user, 'callboard_admin', 'member') and not (case new.provider
      when 'COUNTER' then pg_has_role(session_user, 'callboard_staff', 'member')
      else pg_has_role(session_user, 'callboard_gateway', 'member') or pg_has_role(session_user, 'callboard_worker', 'member')
      end) then
    raise exception 'permission denied: a payment by %', new.provider using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger payment_law before insert or update on payment for each row execute function payment_law();

-- No money, no goods: an order becomes PAID only with a captured payment of its own.
create function orders_paid_law() returns trigger language plpgsql as $$
begin
  if not exists (select from payment where id = new.paid_by and order_id = new.id and state = 'CAPTURED') then
    raise exception 'order %: PAID without a captured payment', new.number using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger orders_paid_law before update on orders for each row
  when (old.state = 'PAYMENT_PENDING' and new.state = 'PAID') execute function orders_paid_law();

grant select on provider_event to callboard_staff, callboard_admin, callboard_worker, callboard_gateway;
grant insert (id, type, payment_id) on provider_event to callboard_gateway, callboard_admin;
grant select on refund to callboard_gateway;
-- a payment that failed gives the customer two minutes more
grant update (expires_at) on orders to callboard_gateway;
