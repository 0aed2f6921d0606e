-- Sending failed jobs back to be run. Needs parts/queue, parts/place.

-- The job, out of `failed` already, with all its attempts again and its own priority.
local function again(id, fields)
  local key = P .. id
  call('HDEL', key, 'finishedOn', 'processedOn', 'failedReason', 'atm', 'attemptsMade')
  local parent = fields[4]
  -- the parent waits for this child again
  if parent and call('EXISTS', parent) == 1 and (call('ZREM', parent .. ':unsuccessful', key) == 1
      or call('HDEL', parent .. ':failed', key) == 1) then
    call('SADD', parent .. ':dependencies', key)
  end
  local lifo = fields[3] and string.find(fields[3], '"lifo":true', 1, true)
  push(id, tonumber(fields[2] or 0) or 0, lifo)
  event('waiting', 'jobId', id, 'prev', 'failed')
end
