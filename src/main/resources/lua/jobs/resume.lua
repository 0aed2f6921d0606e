-- Ends a pause, and brings home what BullMQ 5 put into `paused`: to the tail of `wait`, so that it runs first.
-- Never a RENAME: that would overwrite what BullMQ 6 left in the other list.
-- KEYS[1] meta
-- ARGV[1] '1' on the first call
-- Returns how many are left in `paused`: call again until 0.
--@include jobs/parts/queue
--@include jobs/parts/place

redis.call('HDEL', KEYS[1], 'paused')
-- the tail of `wait` runs first and so does the tail of `paused`: from the head of `paused`, in its order
local home = redis.call('LRANGE', P .. 'paused', 0, 999)
if #home > 0 then
  redis.call('RPUSH', P .. 'wait', unpack(home))
  redis.call('LTRIM', P .. 'paused', #home, -1)
end
if ARGV[1] == '1' then
  event('resumed')
end
if redis.call('EXISTS', P .. 'wait', P .. 'prioritized') > 0 then
  wake()
else
  alarm()
end
return redis.call('LLEN', P .. 'paused')
