-- Which of these holds the gate does not have, or has with other lines; changes nothing.
-- KEYS  as hold.lua
-- ARGV  triples: hold id, SKU, quantity (all lines of a hold one after the other, each SKU once)
-- Answers the ids; none while the gate is closed
--@include stock/parts/epoch
--@include stock/parts/lines
if not epoch then return {} end
local wanted, order = {}, {}
for i = 1, #ARGV, 3 do
  local id = ARGV[i]
  if not wanted[id] then wanted[id] = {}; order[#order + 1] = id end
  wanted[id][ARGV[i + 1]] = tonumber(ARGV[i + 2])
end
local differing = {}
for _, id in ipairs(order) do
  local known = redis.call('HGET', KEYS[2], 'h:' .. id)
  if not known or not hasJust(known, wanted[id]) then differing[#differing + 1] = id end
end
return differing
