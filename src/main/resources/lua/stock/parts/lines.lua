-- Whether a hold, as the gate keeps it (JSON of [[sku, quantity], ...], each SKU once), has just these units by SKU.
local function hasJust(hold, units)
  local left = 0
  for _ in pairs(units) do left = left + 1 end
  for _, line in ipairs(cjson.decode(hold)) do
    if units[line[1]] ~= line[2] then return false end
    left = left - 1
  end
  return left == 0
end
