-- In which order a queue is called: whoever waits longer than the age limit first, then so many with priority for each
-- one without, then by arrival. The limit is null where nobody is ever too old to wait for their turn.
alter table queue
  add column age_limit_minutes integer default 10 constraint queue_age_limit check (age_limit_minutes between 1 and 1440),
  add column priority_per_normal integer not null default 2 constraint queue_priority_per_normal check (priority_per_normal between 1 and 100);

-- The line of a queue, read from its head however long it is.
create index ticket_line on ticket (queue, priority, place_at, number, id) where state = 'WAITING' and ahead = 0;
create index ticket_put_in_front on ticket (queue, ahead) where state = 'WAITING' and ahead > 0;
-- The latest calls by the rule: how many with priority came since the last one without.
create index ticket_event_called_by_rule on ticket_event (queue, at desc, id desc) where kind = 'CALLED' and reason is null;
