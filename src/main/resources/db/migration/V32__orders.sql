create sequence order_number start 20001;
create sequence job_number start 48001;

create table orders (
  id uuid primary key,
  number bigint not null unique default nextval('order_number'),
  customer text not null check (customer <> '' and length(customer) <= 200),
  email text check (length(email) <= 320),
  state text not null check (state in ('RESERVED', 'PAYMENT_PENDING', 'PAID', 'PROCESSING', 'COMPLETED', 'FAILED',
    'CANCELLED', 'EXPIRED')),
  created_at timestamptz not null default callboard_now(),
  expires_at timestamptz not null,
  total numeric(14, 2) not null check (total >= 0),
  -- +1 at every transition that wants something of the job; +1 at every take-over by a worker
  round int not null default 0,
  run int not null default 0,
  current_payment uuid,
  paid_by uuid,
  paid_at timestamptz,
  job_number bigint unique,
  failed_at timestamptz,
  failure text,
  completed_at timestamptz,
  constraint orders_failed_at check (state <> 'FAILED' or failed_at is not null)
);
create index orders_due on orders (expires_at) where state = 'RESERVED';
create index orders_state on orders (state, number);
create index orders_failed on orders (failed_at) where state = 'FAILED';
create index orders_customer on orders (customer, number);
create index orders_unfinished on orders (id) where state in ('PAID', 'PROCESSING');

create table order_line (
  id bigint generated always as identity primary key,
  order_id uuid not null references orders,
  position int not null,
  sku text collate "C" not null references product,
  quantity bigint not null check (quantity > 0),
  price numeric(12, 2) not null,
  shipped bigint not null default 0,
  cancelled bigint not null default 0,
  returned bigint not null default 0,
  unique (order_id, sku),
  constraint order_line_within check (shipped in (0, quantity) and 0 <= cancelled and 0 <= returned
    and cancelled + returned <= shipped)
);

create table fulfilment_step (
  order_id uuid not null references orders,
  name text not null check (name in ('inventory', 'email', 'invoice')),
  done_at timestamptz,
  note text,
  error text,
  attempts int not null default 0,
  last_attempt timestamptz,
  primary key (order_id, name)
);
create table fulfilment_failure (
  id bigint generated always as identity primary key,
  at timestamptz not null default callboard_now(),
  order_id uuid not null references orders,
  name text not null,
  run int not null,
  error text not null
);
create index fulfilment_failure_order on fulfilment_failure (order_id, id);

create table invoice_counter (singleton boolean primary key default true check (singleton), last bigint not null default 0);
insert into invoice_counter default values;
create table invoice (
  order_id uuid primary key references orders,
  number bigint not null unique,
  issued_at timestamptz not null default callboard_now(),
  pdf bytea not null
);

create table payment (
  id uuid primary key,
  order_id uuid not null references orders,
  provider text not null check (provider in ('COUNTER')),
  state text not null check (state in ('STARTED', 'CAPTURED', 'FAILED')),
  amount numeric(14, 2) not null,
  created_at timestamptz not null default callboard_now(),
  captured_at timestamptz
);
create index payment_order on payment (order_id);
create table refund (
  payment_id uuid primary key references payment,
  order_id uuid not null references orders,
  amount numeric(14, 2) not null,
  state text not null check (state in ('DUE', 'DONE')),
  created_at timestamptz not null default callboard_now(),
  done_at timestamptz
);

create table return_request (
  key text primary key check (length(key) <= 200),
  asked jsonb not null,
  answer jsonb,
  at timestamptz not null default callboard_now()
);

-- The states and who follows whom, once more; and a counter may only take money.
create function orders_law() returns trigger language plpgsql as $$
begin
  if new.state = old.state then return new; end if;
  if not (old.state, new.state) in (
      ('RESERVED', 'PAYMENT_PENDING'), ('RESERVED', 'EXPIRED'), ('RESERVED', 'CANCELLED'),
      ('PAYMENT_PENDING', 'PAID'), ('PAYMENT_PENDING', 'RESERVED'), ('PAYMENT_PENDING', 'EXPIRED'),
      ('PAID', 'PROCESSING'), ('PAID', 'FAILED'), ('PAID', 'CANCELLED'),
      ('PROCESSING', 'COMPLETED'), ('PROCESSING', 'FAILED'),
      ('FAILED', 'PAID'), ('FAILED', 'CANCELLED')) then
    raise exception 'order %: % does not lead to %', old.number, old.state, new.state using errcode = 'check_violation';
  end if;
  if not (pg_has_role(session_user, 'callboard_admin', 'member') or pg_has_role(session_user, 'callboard_worker', 'member'))
     and not (old.state, new.state) in (('RESERVED', 'PAYMENT_PENDING'), ('PAYMENT_PENDING', 'PAID'), ('PAYMENT_PENDING', 'RESERVED')) then
    raise exception 'permission denied: % to % of an order', old.state, new.state using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger orders_law before update on orders for each row execute function orders_law();

grant select on orders, order_line, fulfilment_step, fulfilment_failure, invoice, payment, refund, return_request
  to callboard_staff, callboard_admin, callboard_worker;
grant select on orders, order_line, payment to callboard_gateway;
grant update (state, current_payment, paid_by, paid_at, job_number, round) on orders to callboard_staff, callboard_gateway;
grant insert, update on payment to callboard_staff, callboard_admin, callboard_worker, callboard_gateway;
grant insert, update on refund to callboard_admin, callboard_worker, callboard_gateway;
grant insert, update on orders, order_line to callboard_admin;
grant insert on orders, order_line to callboard_gateway;
grant update on orders, order_line to callboard_worker;
grant insert, update on fulfilment_step, fulfilment_failure, invoice to callboard_admin, callboard_worker;
grant update on invoice_counter to callboard_admin, callboard_worker;
grant insert, update on return_request to callboard_admin;
grant select on invoice_counter to callboard_admin, callboard_worker;
grant usage on sequence order_number to callboard_admin, callboard_gateway;
grant usage on sequence job_number to callboard_admin, callboard_staff, callboard_gateway;
