-- What stays of finished jobs. Needs parts/queue.

-- Deletes everything that is kept for a job, but not its place in a list or set.
local function forget(id)
  local key = P .. id
  return redis.call('DEL', key, key .. ':logs', key .. ':dependencies', key .. ':processed', key .. ':failed',
      key .. ':unsuccessful')
end

-- Removes finished jobs that are too old (age in seconds, negative for no limit) or too many (count, negative for no
-- limit). At most `limit` of each per call: what is left over goes with the next finishing jobs.
local function trim(set, count, age, limit)
  local function drop(ids)
    for _, id in ipairs(ids) do
      forget(id)
    end
    if #ids > 0 then
      redis.call('ZREM', P .. set, unpack(ids))
    end
  end
  if age >= 0 then
    drop(redis.call('ZRANGEBYSCORE', P .. set, 0, whole(now - age * 1000), 'LIMIT', 0, limit))
  end
  if count >= 0 then
    local surplus = redis.call('ZCARD', P .. set) - count
    if surplus > 0 then
      drop(redis.call('ZRANGE', P .. set, 0, math.min(surplus, limit) - 1))
    end
  end
end
