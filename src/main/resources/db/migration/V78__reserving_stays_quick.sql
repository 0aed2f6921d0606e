-- A cart changes what is held of each of its products; the function is asked only where on hand changes.
drop trigger product_version_rises on product;
create trigger product_version_rises before update on product for each row
  when (new.on_hand <> old.on_hand) execute function product_version_rises();
