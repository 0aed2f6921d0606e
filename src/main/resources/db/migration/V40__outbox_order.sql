-- Which act on which order a row is an effect of, so that everybody can see how far a cancel has come.
alter table outbox add column order_id uuid references orders, add column cause text;
create index outbox_order on outbox (order_id, id) where order_id is not null;
