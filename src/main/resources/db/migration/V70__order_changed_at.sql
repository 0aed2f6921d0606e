-- Lists show what changed last first; a page of them is read by key.
alter table orders add column changed_at timestamptz not null default callboard_now();
update orders set changed_at = greatest(created_at, paid_at, failed_at, completed_at);
create index orders_changed on orders (changed_at desc, number desc);

create function order_changes() returns trigger language plpgsql as $$
begin
  new.changed_at := callboard_now();
  return new;
end $$;
create trigger orders_changed before update of state on orders for each row
  when (old.state is distinct from new.state) execute function order_changes();

create index orders_created on orders (created_at);
-- What of a product is held or was sold is asked by the screen that shows it.
create index order_line_sku on order_line (sku);
