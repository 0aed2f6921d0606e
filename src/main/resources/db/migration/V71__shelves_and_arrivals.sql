-- Where a product lies, for whoever hands it over; null: nobody has said.
alter table product add column shelf text constraint product_shelf check (shelf ~ '\S' and length(shelf) <= 40);

-- At which kiosk somebody took their number, and in which language; none for who came another way.
create table ticket_arrival (
  ticket_id uuid primary key references ticket on delete cascade,
  place text not null check (place ~ '\S' and length(place) <= 60),
  language text not null check (language ~ '\S' and length(language) <= 35)
);
grant select on ticket_arrival to callboard_staff, callboard_admin, callboard_worker;
