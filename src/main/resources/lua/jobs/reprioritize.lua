-- Gives a job another priority.
-- KEYS[1] meta
-- ARGV    1 id | 2 priority, 0 for none | 3 '1' to be the first of its class | 4 where it stands or '' (see parts/state)
-- Returns 1 done | -1 no such job | -100 search for it first (see parts/state).
--@include jobs/parts/queue
--@include jobs/parts/place
--@include jobs/parts/state

local id, priority, first = ARGV[1], tonumber(ARGV[2]), ARGV[3] == '1'
if not hasHash(id) then
  return -1
end
local state, index, unsure = stateOf(id, ARGV[4])
if unsure then
  return -100
end
if state == 'prioritized' or state == 'wait' or state == 'paused' then
  leave(id, state, index)
  if first and priority > 0 then
    call('ZADD', P .. 'prioritized', whole(priority * 4294967296), id)
    wake()
  else
    push(id, priority, first)
  end
end
call('HSET', P .. id, 'priority', ARGV[2])
return 1
