-- Says where a product lies; null: nobody knows.
create or replace function shelve_product(wanted text, at_shelf text)
returns void language plpgsql set search_path = public, pg_temp as $$
declare was text;
begin
  select p.shelf into was from product p where p.sku = wanted for no key update;
  if not found then
    perform refuse('not_found', format('There is no product %s.', left(wanted, 60)));
  end if;
  update product p set shelf = at_shelf where p.sku = wanted and p.shelf is not distinct from was
    and p.shelf is distinct from at_shelf;
  if found then
    insert into audit_entry (action, subject_kind, subject_id, before, after)
      values ('product.shelf', 'product', wanted, jsonb_build_object('shelf', was), jsonb_build_object('shelf', at_shelf));
  end if;
end $$;

revoke execute on function shelve_product from public;
grant execute on function shelve_product to callboard_admin;
