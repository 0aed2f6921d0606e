-- Takes a whole cart at the gate, once per hold id.
-- KEYS  1 stock {#epoch, s:<sku> on hand, v:<sku> version, h:<sku> sum held}
--       2 holds {#epoch, h:<id> lines as JSON [[sku, quantity], …], x:<id> ended at}
--       3 taken (zset: hold id by the second it was taken)
-- ARGV  1 hold id; then pairs: SKU, quantity (each SKU once, sorted)
-- Answers {'closed'} | {'held', epoch} | {'other'} | {'ended'} | {'short', sku, available, sku, available, …}
--@include stock/parts/epoch
--@include stock/parts/lines
if not epoch then return {'closed'} end
local id = ARGV[1]
local earlier = redis.call('HGET', KEYS[2], 'h:' .. id)
if earlier then
  -- the same cart again, or somebody else's under the same id
  local units = {}
  for i = 2, #ARGV, 2 do units[ARGV[i]] = tonumber(ARGV[i + 1]) end
  if not hasJust(earlier, units) then return {'other'} end
  return {'held', epoch}
end
if redis.call('HEXISTS', KEYS[2], 'x:' .. id) == 1 then return {'ended'} end

local fields, lines = {}, {}
for i = 2, #ARGV, 2 do
  fields[#fields + 1] = 's:' .. ARGV[i]
  fields[#fields + 1] = 'h:' .. ARGV[i]
  lines[#lines + 1] = {ARGV[i], tonumber(ARGV[i + 1])}
end
local figures = {}
-- unpack has a limit of some thousand values: a long cart is read in slices
for from = 1, #fields, 1000 do
  local slice = redis.call('HMGET', KEYS[1], unpack(fields, from, math.min(from + 999, #fields)))
  for _, value in ipairs(slice) do figures[#figures + 1] = value or '0' end
end

local short = {'short'}
for i, line in ipairs(lines) do
  local available = tonumber(figures[2 * i - 1]) - tonumber(figures[2 * i])
  if available < line[2] then
    short[#short + 1] = line[1]
    short[#short + 1] = tostring(available)
  end
end
if #short > 1 then return short end

local held = {}
for i, line in ipairs(lines) do
  held[#held + 1] = 'h:' .. line[1]
  held[#held + 1] = string.format('%.0f', tonumber(figures[2 * i]) + line[2])
end
for from = 1, #held, 1000 do
  redis.call('HSET', KEYS[1], unpack(held, from, math.min(from + 999, #held)))
end
redis.call('HSET', KEYS[2], 'h:' .. id, cjson.encode(lines))
redis.call('ZADD', KEYS[3], redis.call('TIME')[1], id)
return {'held', epoch}
