-- The insert of an order whose hold the gate has taken, in one round trip (protocol, rule 6). Each statement of a
-- volatile function sees what was committed before it, so the epoch is read after the lock was granted.
-- One plan is right for every cart, and every table is read by its key: plans made while a shop was empty would read all of
-- it, for each line.
create or replace function reserve_order(p_id uuid, p_customer text, p_email text, p_skus text[], p_quantities bigint[],
  p_epoch bigint, p_seconds double precision)
returns table (o_number bigint, o_state text, o_created timestamptz, o_expires timestamptz, o_total numeric,
  l_id bigint, l_sku text, l_quantity bigint, l_price numeric)
language plpgsql volatile security definer
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  short text[];
  written integer;
begin
  perform pg_advisory_xact_lock_shared(720421);
  if (select epoch from gate) is distinct from p_epoch then
    perform refuse('gate_closed', 'One moment: the stock gate is being rebuilt.');
  end if;
  insert into stock_hold (id, state) values (p_id, 'ACTIVE');
  with locked as materialized (
    select product.sku, product.on_hand - product.held as free from product
    where product.sku = any (p_skus) order by product.sku for no key update)
  select array_agg(asked.sku order by asked.sku) into short
    from unnest(p_skus, p_quantities) as asked (sku, quantity) left join locked on locked.sku = asked.sku
    where locked.sku is null or locked.free < asked.quantity;
  if short is not null then
    raise exception using errcode = 'CB001', message = 'out_of_stock',
      detail = 'Out of stock: ' || array_to_string(short, ', ') || '.', hint = array_to_string(short, E'\n');
  end if;
  insert into audit_entry (action, subject_kind, subject_id, after)
    values ('order.reserve', 'order', p_id::text, jsonb_build_object('state', 'RESERVED'));
  return query
  with taken as (
    update product set held = held + asked.quantity
      from unnest(p_skus, p_quantities) with ordinality as asked (sku, quantity, position)
      where product.sku = asked.sku and product.on_hand - product.held >= asked.quantity
      returning product.sku, product.price, asked.quantity, asked.position),
  placed as (
    insert into orders (id, customer, email, state, expires_at, total)
      select p_id, p_customer, p_email, 'RESERVED', callboard_now() + make_interval(secs => p_seconds),
        sum(taken.price * taken.quantity)
      from taken
      returning orders.number, orders.state, orders.created_at, orders.expires_at, orders.total),
  listed as (
    insert into order_line (order_id, position, sku, quantity, price)
      select p_id, taken.position, taken.sku, taken.quantity, taken.price from taken order by taken.position
      returning order_line.id, order_line.position, order_line.sku, order_line.quantity, order_line.price)
  select placed.number, placed.state, placed.created_at, placed.expires_at, placed.total,
      listed.id, listed.sku, listed.quantity, listed.price
    from placed cross join listed order by listed.position;
  get diagnostics written = row_count;
  if written <> cardinality(p_skus) then
    perform refuse('invalid', 'A cart has each product once.');
  end if;
end $$;

revoke execute on function reserve_order from public;
grant execute on function reserve_order to callboard_admin, callboard_gateway;
