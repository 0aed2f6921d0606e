-- Looks for jobs whose worker is gone; one sweep per interval, whoever makes it.
-- KEYS[1] meta
-- ARGV[1] interval in ms | ARGV[2] how often a job may stall
-- Returns the ids that were put back to wait.
--
-- A job is abandoned when it was active at the last sweep, was not renewed since, and has no lock. One that stalled too
-- often is marked in its field `defa`; the next worker fails it without running it.
--@include jobs/parts/queue
--@include jobs/parts/place

if not redis.call('SET', P .. 'stalled-check', whole(now), 'PX', ARGV[1], 'NX') then
  return {}
end
local back = {}
for _, id in ipairs(redis.call('SMEMBERS', P .. 'stalled')) do
  if redis.call('EXISTS', P .. id .. ':lock') == 0 and redis.call('LREM', P .. 'active', 1, id) > 0 then
    local key = P .. id
    if hasHash(id) then
      local times = redis.call('HINCRBY', key, 'stc', 1)
      local schedule = redis.call('HGET', key, 'rjk')
      if times > tonumber(ARGV[2]) and not (schedule and redis.call('ZSCORE', P .. 'repeat', schedule)) then
        redis.call('HSET', key, 'defa', 'job stalled more than allowable limit')
      end
    end
    enlist(true, id)
    wake()
    event('waiting', 'jobId', id, 'prev', 'active')
    event('stalled', 'jobId', id)
    back[#back + 1] = id
  end
end
redis.call('DEL', P .. 'stalled')
local active = redis.call('LRANGE', P .. 'active', 0, -1)
for from = 1, #active, 5000 do
  redis.call('SADD', P .. 'stalled', unpack(active, from, math.min(from + 4999, #active)))
end
return back
