-- Sends failed jobs back to be run, with all their attempts.
-- KEYS[1] meta
-- ARGV    ids
-- Returns per id: 1 done | 0 not failed (any more) | -1 no such job.
--@include jobs/parts/queue
--@include jobs/parts/place
--@include jobs/parts/again

local results, line = {}, {}
for at, id in ipairs(ARGV) do
  local fields = fieldsOf(id, 'name', 'priority', 'opts', 'parentKey')
  if not fields[1] and not hasHash(id) then
    results[at] = -1
  elseif call('ZREM', P .. 'failed', id) == 0 then
    results[at] = 0
  else
    again(id, fields, line)
    results[at] = 1
  end
end
lineUp(line)
return results
