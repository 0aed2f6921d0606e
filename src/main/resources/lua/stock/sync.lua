-- The only effect on the gate: what Postgres says, as absolute values (protocol, rule 8). Harmless twice, late, in any order.
-- KEYS  as hold.lua
-- ARGV  1 number of products; then triples: SKU, on hand, version; then the ids of ended holds
-- Answers 'closed' | 'done'
--@include stock/parts/epoch
if not epoch then return {'closed'} end
local count = tonumber(ARGV[1])
for i = 0, count - 1 do
  local sku, on_hand, version = ARGV[2 + 3 * i], ARGV[3 + 3 * i], ARGV[4 + 3 * i]
  local known = redis.call('HGET', KEYS[1], 'v:' .. sku)
  if not known or tonumber(version) > tonumber(known) then
    redis.call('HSET', KEYS[1], 's:' .. sku, on_hand, 'v:' .. sku, version)
  end
end
local now = redis.call('TIME')[1]
for i = 2 + 3 * count, #ARGV do
  local id = ARGV[i]
  local lines = redis.call('HGET', KEYS[2], 'h:' .. id)
  if lines then
    for _, line in ipairs(cjson.decode(lines)) do redis.call('HINCRBY', KEYS[1], 'h:' .. line[1], -line[2]) end
    redis.call('HDEL', KEYS[2], 'h:' .. id)
  end
  redis.call('HSETNX', KEYS[2], 'x:' .. id, now)
  redis.call('ZREM', KEYS[3], id)
end
return {'done'}
