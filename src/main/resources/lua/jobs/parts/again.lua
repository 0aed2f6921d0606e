-- Sending failed jobs back to be run. Needs parts/queue, parts/place.

-- The job, out of `failed` already, with all its attempts again and its own priority. One that only waits in line is
-- left to the caller, at the end of `line`: enlisting many at once is quicker.
local function again(id, fields, line)
  local key = P .. id
  call('HDEL', key, 'finishedOn', 'processedOn', 'failedReason', 'atm', 'attemptsMade')
  local parent = fields[4]
  -- the parent waits for this child again
  if parent and call('EXISTS', parent) == 1 and (call('ZREM', parent .. ':unsuccessful', key) == 1
      or call('HDEL', parent .. ':failed', key) == 1) then
    call('SADD', parent .. ':dependencies', key)
  end
  local lifo = fields[3] and string.find(fields[3], '"lifo":true', 1, true)
  local priority = tonumber(fields[2] or 0) or 0
  if priority > 0 or lifo then
    push(id, priority, lifo)
  else
    line[#line + 1] = id
  end
  event('waiting', 'jobId', id, 'prev', 'failed')
end

-- Those in line, in their order.
local function lineUp(line)
  if #line > 0 then
    enlist(false, unpack(line))
    wake()
  end
end
