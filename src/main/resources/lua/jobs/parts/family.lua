-- What the end of a job means to its parent, which may stand in another queue of the same slot. Needs parts/queue,
-- parts/place.

-- Start of the keys of the parent's queue, and the parent's id, which may hold colons itself.
local function parentOf(parentKey, told)
  if told then
    local ok, parent = pcall(cjson.decode, told)
    if ok and type(parent) == 'table' and parent.queueKey and parent.id then
      return parent.queueKey .. ':', tostring(parent.id), parent
    end
  end
  local start, id = string.match(parentKey, '^(.*:)([^:]*)$')
  return start, id, {}
end

-- To where workers look, before all others. In the parent's queue.
local function goOn(id)
  local fields = fieldsOf(id, 'priority', 'delay')
  local wait = tonumber(fields[2] or 0) or 0
  if wait > 0 then
    delay(id, now + wait)
    return
  end
  push(id, tonumber(fields[1] or 0) or 0, true)
  event('waiting', 'jobId', id, 'prev', 'waiting-children')
end

-- The parent stops waiting, if it does wait for children. In the parent's queue.
local function release(id)
  if hasHash(id) and call('ZREM', P .. 'waiting-children', id) == 1 then
    goOn(id)
  end
end

local function releaseIfAlone(id)
  if call('SCARD', P .. id .. ':dependencies') == 0 then
    release(id)
  end
end

-- The parent must fail, now where it waits or by the worker that gets it next. In the parent's queue.
local function failLater(id, child)
  if not hasHash(id) then
    return
  end
  local waits = call('ZREM', P .. 'waiting-children', id) == 1
  if not waits and call('ZREM', P .. 'delayed', id) == 1 then
    waits = true
    call('HSET', P .. id, 'delay', 0)
  end
  if waits or not call('ZSCORE', P .. 'failed', id) then
    call('HSET', P .. id, 'defa', 'child ' .. child .. ' failed')
  end
  if waits then
    goOn(id)
  end
end

-- Tells the parent that the child with this key has ended, with a return value or a reason.
local function tellParent(child, parentKey, told, set, value)
  local start, id, flags = parentOf(parentKey, told)
  within(start, function()
    local key = P .. id
    if set == 'failed' and not (flags.fpof or flags.cpof or flags.idof or flags.rdof) then
      return
    end
    if call('SREM', key .. ':dependencies', child) == 0 then
      return
    end
    if set == 'completed' then
      call('HSET', key .. ':processed', child, value)
      releaseIfAlone(id)
    elseif flags.fpof then
      call('ZADD', key .. ':unsuccessful', whole(now), child)
      failLater(id, child)
    elseif flags.cpof then
      call('HSET', key .. ':failed', child, value)
      release(id)
    else
      if flags.idof then
        call('HSET', key .. ':failed', child, value)
      end
      releaseIfAlone(id)
    end
  end)
end

-- The child is removed: nobody waits for it any more.
local function leaveParent(child, parentKey, told)
  local start, id = parentOf(parentKey, told)
  if call('SREM', parentKey .. ':dependencies', child) == 1 then
    within(start, releaseIfAlone, id)
  end
end
