-- What stays of finished jobs. Needs parts/queue.

local function keysOf(id)
  local key = P .. id
  return key, key .. ':logs', key .. ':dependencies', key .. ':processed', key .. ':failed', key .. ':unsuccessful'
end

-- Deletes everything that is kept for a job, but not its place in a list or set.
local function forget(id)
  return call('UNLINK', keysOf(id))
end

-- Removes finished jobs that are too old (age in seconds, negative for no limit) or too many (count, negative for no
-- limit). At most `limit` of each per call: what is left over goes with the next finishing jobs. Of those too old at most
-- `most`, negative for any number, the newest first, as in BullMQ.
local function trim(set, count, age, limit, most)
  local function drop(ids)
    if #ids == 0 then
      return
    end
    for from = 1, #ids, 100 do
      local keys = {}
      for at = from, math.min(from + 99, #ids) do
        local next = #keys
        keys[next + 1], keys[next + 2], keys[next + 3], keys[next + 4], keys[next + 5], keys[next + 6] = keysOf(ids[at])
      end
      call('UNLINK', unpack(keys))
    end
    call('ZREM', P .. set, unpack(ids))
  end
  if age >= 0 then
    drop(call('ZREVRANGEBYSCORE', P .. set, whole(now - age * 1000), '-inf', 'LIMIT', '0',
        most < 0 and limit or math.min(most, limit)))
  end
  if count >= 0 then
    local surplus = call('ZCARD', P .. set) - count
    if surplus > 0 then
      drop(call('ZRANGE', P .. set, 0, math.min(surplus, limit) - 1))
    end
  end
end
