-- An event's queue is its ticket's, which keeps it from going. To look it up once more for each event would share-lock the
-- queue's row, and where many call at once Postgres would have to keep a list of all who do.
alter table ticket_event drop constraint ticket_event_queue_fkey;
