-- Gives a job another priority.
-- KEYS[1] meta
-- ARGV    1 id | 2 priority, 0 for none | 3 '1' to be the first of its class
-- Returns 1 done | -1 no such job.
--@include jobs/parts/queue
--@include jobs/parts/place

local id, priority, first = ARGV[1], tonumber(ARGV[2]), ARGV[3] == '1'
if not hasHash(id) then
  return -1
end
local waited = call('ZREM', P .. 'prioritized', id) + call('LREM', P .. 'wait', 0, id)
    + call('LREM', P .. 'paused', 0, id)
if waited > 0 then
  if first and priority > 0 then
    call('ZADD', P .. 'prioritized', whole(priority * 4294967296), id)
    wake()
  else
    push(id, priority, first)
  end
end
call('HSET', P .. id, 'priority', ARGV[2])
return 1
