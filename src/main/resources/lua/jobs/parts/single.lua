-- Jobs of which there is one at a time (BullMQ's deduplication). Needs parts/queue, parts/place, parts/store.

-- The job has ended: another of its kind may come; the one that was put off meanwhile comes now.
local function giveWay(id, kind)
  local owner = P .. 'de:' .. kind
  -- one with a time to live stays until its time is over
  if call('PTTL', owner) == -1 and call('GET', owner) == id then
    call('DEL', owner)
  end
  local nextKey = P .. 'dn:' .. kind
  local put = call('HMGET', nextKey, 'name', 'data', 'opts', 'jid', 'pk', 'pd', 'pdk', 'rjk')
  if not put[1] then
    return
  end
  local number = freeNumber()
  local following = put[4] or number
  local opts = cjson.decode(put[3])
  call('SET', owner, following)
  local extra = {'deid', kind}
  for field, value in pairs({parentKey = put[5], parent = put[6], rjk = put[8]}) do
    if value then
      extra[#extra + 1] = field
      extra[#extra + 1] = value
    end
  end
  store(following, put[1], put[2], put[3], tonumber(opts.delay or 0), tonumber(opts.priority or 0), opts.lifo, extra)
  if put[7] then
    call('SADD', put[7], P .. following)
  end
  call('DEL', nextKey)
end

-- The job is removed, and with it what was put off in its favour.
local function forgetKind(id, kind)
  if call('GET', P .. 'de:' .. kind) == id then
    call('DEL', P .. 'de:' .. kind, P .. 'dn:' .. kind)
  end
end
