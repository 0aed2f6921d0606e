-- Claims the id of a hold that is to be no order's, waiting a second for an order insert under way (protocol, rule 10).
-- True where the id was free; a late order under it then fails on the primary key.
create or replace function spend_hold_id(p_id uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp set lock_timeout = '1s' as $$
begin
  insert into stock_hold (id, state, ended_at) values (p_id, 'SWEPT', callboard_now()) on conflict do nothing;
  return found;
end $$;

revoke execute on function spend_hold_id from public;
grant execute on function spend_hold_id to callboard_admin, callboard_worker, callboard_gateway;
