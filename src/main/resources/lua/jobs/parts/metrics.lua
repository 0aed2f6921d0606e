-- How many jobs ended in each minute. Needs parts/queue.

-- Counts ended jobs; when a minute is over its sum goes to the head of the list, with a zero for each idle minute.
local function measure(set, number, points)
  local key = P .. 'metrics:' .. set
  local before = call('HINCRBY', key, 'count', number) - number
  local known = call('HMGET', key, 'prevTS', 'prevCount')
  if not known[1] then
    call('HSET', key, 'prevTS', whole(now), 'prevCount', 0)
    return
  end
  local minutes = math.min(math.floor(now / 60000) - math.floor(tonumber(known[1]) / 60000), points)
  if minutes <= 0 then
    return
  end
  call('LPUSH', key .. ':data', before - tonumber(known[2] or 0))
  for _ = 2, math.min(minutes, 4000) do
    call('LPUSH', key .. ':data', 0)
  end
  call('LTRIM', key .. ':data', 0, points - 1)
  call('HSET', key, 'prevCount', before, 'prevTS', whole(now))
end
