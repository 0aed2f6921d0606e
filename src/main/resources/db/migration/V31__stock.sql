create table product (
  sku text collate "C" primary key check (sku <> '' and length(sku) <= 64),
  name text not null default '' check (length(name) <= 200),
  price numeric(12, 2) not null default 0 check (price >= 0),
  on_hand bigint not null default 0,
  held bigint not null default 0,
  version bigint not null default 0,
  constraint product_held_within_on_hand check (0 <= held and held <= on_hand)
);

-- Every change of on_hand raises the version in the same update: the row lock makes their order the commit order.
create function product_version_rises() returns trigger language plpgsql as $$
begin
  if new.on_hand <> old.on_hand and new.version <> old.version + 1 then
    raise exception 'product %: on_hand changes only with version + 1', old.sku using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger product_version_rises before update on product for each row execute function product_version_rises();

-- The id is the order's, made by the client before anything else. SWEPT: taken at the gate, never became an order.
create table stock_hold (
  id uuid primary key,
  state text not null check (state in ('ACTIVE', 'RELEASED', 'CONSUMED', 'SWEPT')),
  created_at timestamptz not null default callboard_now(),
  ended_at timestamptz,
  check ((state = 'ACTIVE') = (ended_at is null))
);
create index stock_hold_active on stock_hold (id) where state = 'ACTIVE';

create function stock_hold_ends_once() returns trigger language plpgsql as $$
begin
  if old.state <> 'ACTIVE' and new.state is distinct from old.state then
    raise exception 'hold % ended as %', old.id, old.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger stock_hold_ends_once before update on stock_hold for each row execute function stock_hold_ends_once();

-- The ledger: quantity is the signed change of on_hand.
create table stock_movement (
  id bigint generated always as identity primary key,
  at timestamptz not null default callboard_now(),
  actor text not null default session_user,
  request_id uuid not null,
  kind text not null check (kind in ('RECEIVE', 'SHIP', 'CANCEL_RETURN', 'CUSTOMER_RETURN', 'WRITE_OFF', 'ADJUSTMENT')),
  sku text collate "C" not null references product,
  order_line bigint,
  quantity bigint not null check (quantity <> 0),
  reason text,
  constraint stock_movement_once unique nulls not distinct (request_id, kind, sku, order_line),
  constraint stock_movement_sign check (case kind
    when 'SHIP' then quantity < 0 when 'WRITE_OFF' then quantity < 0
    when 'ADJUSTMENT' then true else quantity > 0 end),
  constraint stock_movement_of_order check ((kind in ('SHIP', 'CANCEL_RETURN', 'CUSTOMER_RETURN')) = (order_line is not null))
);
create unique index stock_movement_ships_once on stock_movement (order_line) where kind = 'SHIP';
create unique index stock_movement_cancels_once on stock_movement (order_line) where kind = 'CANCEL_RETURN';
create index stock_movement_sku on stock_movement (sku, id);
create trigger stock_movement_append_only before update or delete or truncate on stock_movement
  for each statement execute function refuse_rewriting();

-- Which generation of the gate in Redis counts, and in which run of the Redis server it was built.
create table gate (
  singleton boolean primary key default true check (singleton),
  epoch bigint not null default 0,
  run_id text
);
insert into gate default values;

grant select on product, stock_hold, stock_movement, gate
  to callboard_staff, callboard_admin, callboard_worker, callboard_gateway;
grant select on product to callboard_kiosk;
grant insert, update on product to callboard_admin;
grant update (on_hand, held, version) on product to callboard_worker;
grant update (held) on product to callboard_gateway;
grant insert, update on stock_hold to callboard_admin, callboard_worker, callboard_gateway;
grant insert (request_id, kind, sku, order_line, quantity, reason) on stock_movement to callboard_admin, callboard_worker;
grant update on gate to callboard_admin, callboard_worker, callboard_gateway;
