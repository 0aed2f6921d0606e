-- Start of every script that needs the gate open. KEYS 1 stock, 2 holds; see hold.lua.
-- The epoch under which it is open; nil while it is closed, or half rebuilt.
local epoch = redis.call('HGET', KEYS[1], '#epoch')
if not epoch or redis.call('HGET', KEYS[2], '#epoch') ~= epoch then epoch = nil end
