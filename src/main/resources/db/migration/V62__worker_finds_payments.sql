-- The expiry may find that a card was charged just in time, and then makes the order PAID itself.
grant usage on sequence job_number to callboard_worker;
