-- Makes a delayed job due at another time.
-- KEYS[1] meta
-- ARGV    1 id | 2 ms to wait from now
-- Returns 1 done | 0 not delayed (any more) | -1 no such job.
--@include jobs/parts/queue
--@include jobs/parts/place

local id, wait = ARGV[1], tonumber(ARGV[2])
if not hasHash(id) then
  return -1
end
if call('ZREM', P .. 'delayed', id) == 0 then
  return 0
end
call('HSET', P .. id, 'delay', whole(wait))
delay(id, now + wait)
return 1
