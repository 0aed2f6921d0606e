-- The login of the background duties ships, and gives back what a cancel returns. Whatever else moves goods, and giving
-- a failed order another chance, is a person's decision.
create function refuse_to_duties() returns trigger language plpgsql as $$
begin
  if not pg_has_role(session_user, 'callboard_admin', 'member') then
    raise exception 'permission denied: % of % is for admins', lower(tg_op), tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger stock_movement_by_people before insert on stock_movement for each row
  when (new.kind not in ('SHIP', 'CANCEL_RETURN')) execute function refuse_to_duties();

create trigger orders_retried_by_people before update of state on orders for each row
  when ((old.state, new.state) in (('FAILED', 'PAID'), ('PAID', 'FAILED'))) execute function refuse_to_duties();
