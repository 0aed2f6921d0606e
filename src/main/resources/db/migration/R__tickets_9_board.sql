-- A wall screen says that it is there, and which queues it shows.
create or replace function board_present(screen text, shown_queues text[])
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if coalesce(screen, '') !~ '\S' or length(screen) > 60 then
    perform refuse('invalid', 'A screen''s name has 1 to 60 characters.');
  end if;
  insert into board_screen (name, queues, seen_at) values (screen, shown_queues, callboard_now())
    on conflict (name) do update set queues = excluded.queues, seen_at = excluded.seen_at;
end $$;

-- A wall screen has shown a call or recall; sent again with "spoken" once it has also been said aloud.
create or replace function board_receipt(by_screen text, of_call bigint, spoken boolean)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into board_receipt as r (announced, screen, shown_at, spoken_at)
    select e.id, by_screen, callboard_now(), case when spoken then callboard_now() end from ticket_event e
      where e.id = of_call and e.kind in ('CALLED', 'RECALLED')
    on conflict (announced, screen) do update set spoken_at = coalesce(r.spoken_at, excluded.spoken_at);
end $$;

revoke execute on function board_present, board_receipt from public;
grant execute on function board_present, board_receipt to callboard_kiosk, callboard_staff, callboard_admin;
