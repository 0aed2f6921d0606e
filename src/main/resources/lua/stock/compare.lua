-- Which of these holds the gate does not have, or has with other lines; changes nothing.
-- KEYS  as hold.lua
-- ARGV  triples: hold id, SKU, quantity (all lines of a hold one after the other, each SKU once)
-- Answers the ids; none while the gate is closed
local epoch = redis.call('HGET', KEYS[1], '#epoch')
if not epoch or redis.call('HGET', KEYS[2], '#epoch') ~= epoch then return {} end
local wanted, order = {}, {}
for i = 1, #ARGV, 3 do
  local id = ARGV[i]
  if not wanted[id] then wanted[id] = {}; order[#order + 1] = id end
  wanted[id][ARGV[i + 1]] = tonumber(ARGV[i + 2])
end
local differing = {}
for _, id in ipairs(order) do
  local known = redis.call('HGET', KEYS[2], 'h:' .. id)
  local same = known and true
  for _, line in ipairs(cjson.decode(known or '[]')) do
    same = same and wanted[id][line[1]] == line[2]
    wanted[id][line[1]] = nil
  end
  if not same or next(wanted[id]) then differing[#differing + 1] = id end
end
return differing
