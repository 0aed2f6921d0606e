-- Puts back the hold of an order that Postgres holds for sure, or the lines that its order has, without asking what is
-- available (protocol, rule 12). What the hold counted until now is read here, in the same step, and nowhere else.
-- KEYS  as hold.lua
-- ARGV  1 hold id; then pairs: SKU, quantity (each SKU once)
-- Answers 'closed' | 'there' | 'ended' | 'done'
--@include stock/parts/epoch
--@include stock/parts/lines
if not epoch then return {'closed'} end
local id = ARGV[1]
local earlier = redis.call('HGET', KEYS[2], 'h:' .. id)
if not earlier and redis.call('HEXISTS', KEYS[2], 'x:' .. id) == 1 then return {'ended'} end
local lines, wanted = {}, {}
for i = 2, #ARGV, 2 do
  lines[#lines + 1] = {ARGV[i], tonumber(ARGV[i + 1])}
  wanted[ARGV[i]] = tonumber(ARGV[i + 1])
end
if earlier and hasJust(earlier, wanted) then return {'there'} end
for _, line in ipairs(cjson.decode(earlier or '[]')) do
  redis.call('HINCRBY', KEYS[1], 'h:' .. line[1], -line[2])
end
for sku, quantity in pairs(wanted) do redis.call('HINCRBY', KEYS[1], 'h:' .. sku, quantity) end
redis.call('HSET', KEYS[2], 'h:' .. id, cjson.encode(lines))
return {'done'}
