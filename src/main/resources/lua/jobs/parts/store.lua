-- A new job. Needs parts/queue, parts/place.

-- A number that is no job's id yet: one may be taken, by a job with an id of its own or from before the counter was lost.
local function freeNumber()
  local id
  repeat
    id = whole(call('INCR', P .. 'id'))
  until call('EXISTS', P .. id) == 0
  return id
end

-- Stores a job that is not there yet and puts it where it belongs. `extra` are further fields: field, value, ...
local function store(id, name, data, opts, wait, priority, lifo, extra)
  call('HSET', P .. id, 'name', name, 'data', data, 'opts', opts, 'timestamp', NOW,
      'delay', whole(wait), 'priority', whole(priority), unpack(extra))
  event('added', 'jobId', id, 'name', name)
  if wait > 0 then
    delay(id, now + wait)
  else
    push(id, priority, lifo)
    event('waiting', 'jobId', id)
  end
end
