-- Loads one chunk of the snapshot into the staging keys.
-- KEYS  as begin.lua
-- ARGV  1 epoch, 2 number of products; then triples: SKU, on hand, version; then triples: hold id, SKU, quantity
--       (all lines of a hold in one chunk, one after the other)
-- Answers 'refused' | 'loaded'
if redis.call('GET', KEYS[6]) ~= ARGV[1] then return {'refused'} end
local count = tonumber(ARGV[2])
for i = 0, count - 1 do
  local sku = ARGV[3 + 3 * i]
  redis.call('HSET', KEYS[4], 's:' .. sku, ARGV[4 + 3 * i], 'v:' .. sku, ARGV[5 + 3 * i])
end
local holds, order = {}, {}
for i = 3 + 3 * count, #ARGV, 3 do
  local id, sku, quantity = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  if not holds[id] then holds[id] = {}; order[#order + 1] = id end
  table.insert(holds[id], {sku, tonumber(quantity)})
  redis.call('HINCRBY', KEYS[4], 'h:' .. sku, quantity)
end
for _, id in ipairs(order) do redis.call('HSET', KEYS[5], 'h:' .. id, cjson.encode(holds[id])) end
return {'loaded'}
