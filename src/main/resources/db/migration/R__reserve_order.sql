-- The insert of an order whose hold the gate has taken, in one round trip (protocol, rule 6). Each statement of a
-- volatile function sees what was committed before it, so the epoch is read after the lock was granted.
create or replace function reserve_order(p_id uuid, p_customer text, p_email text, p_skus text[], p_quantities bigint[],
  p_epoch bigint, p_seconds double precision)
returns table (o_number bigint, o_state text, o_created timestamptz, o_expires timestamptz, o_total numeric,
  l_id bigint, l_sku text, l_quantity bigint, l_price numeric)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  short text[];
begin
  perform pg_advisory_xact_lock_shared(720421);
  if (select epoch from gate) is distinct from p_epoch then
    perform refuse('gate_closed', 'One moment: the stock gate is being rebuilt.');
  end if;
  insert into stock_hold (id, state) values (p_id, 'ACTIVE');
  perform 1 from product where product.sku = any (p_skus) order by product.sku for no key update;
  select array_agg(asked.sku order by asked.sku) into short
    from unnest(p_skus, p_quantities) as asked (sku, quantity)
    left join product on product.sku = asked.sku
    where product.sku is null or product.on_hand - product.held < asked.quantity;
  if short is not null then
    raise exception using errcode = 'CB001', message = 'out_of_stock',
      detail = 'Out of stock: ' || array_to_string(short, ', ') || '.', hint = array_to_string(short, E'\n');
  end if;
  update product set held = held + asked.quantity
    from unnest(p_skus, p_quantities) as asked (sku, quantity) where product.sku = asked.sku;
  insert into orders (id, customer, email, state, expires_at, total)
    select p_id, p_customer, p_email, 'RESERVED', callboard_now() + make_interval(secs => p_seconds),
      sum(product.price * asked.quantity)
    from unnest(p_skus, p_quantities) as asked (sku, quantity) join product on product.sku = asked.sku;
  insert into order_line (order_id, position, sku, quantity, price)
    select p_id, asked.position, asked.sku, asked.quantity, product.price
    from unnest(p_skus, p_quantities) with ordinality as asked (sku, quantity, position)
    join product on product.sku = asked.sku order by asked.position;
  insert into audit_entry (action, subject_kind, subject_id, after)
    values ('order.reserve', 'order', p_id::text, jsonb_build_object('state', 'RESERVED'));
  return query select orders.number, orders.state, orders.created_at, orders.expires_at, orders.total,
      order_line.id, order_line.sku, order_line.quantity, order_line.price
    from orders join order_line on order_line.order_id = orders.id where orders.id = p_id order by order_line.position;
end $$;

revoke execute on function reserve_order from public;
grant execute on function reserve_order to callboard_admin, callboard_gateway;
