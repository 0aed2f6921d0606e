-- Lets no worker take a job. The jobs stay in `wait`.
-- KEYS[1] meta
--@include jobs/parts/queue

redis.call('HSET', KEYS[1], 'paused', 1)
redis.call('DEL', P .. 'marker')
event('paused')
return 0
