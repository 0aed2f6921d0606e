-- A new job. Needs parts/queue, parts/place.

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
