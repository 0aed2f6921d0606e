-- Sends the oldest failed jobs back to be run, with all their attempts.
-- KEYS[1] meta
-- ARGV[1] only those that failed up to this time (ms), so that one that fails again meanwhile is not sent twice: what the
--         first call answered; '' in the first, for now
-- ARGV[2] how many to look at | ARGV[3] how many to pass over: ids without a job
-- Returns {how many were sent back, how many to pass over next time, 1 if there may be more, the time}.
--@include jobs/parts/queue
--@include jobs/parts/place
--@include jobs/parts/again

local till = ARGV[1] == '' and NOW or ARGV[1]
local ids = call('ZRANGEBYSCORE', P .. 'failed', '-inf', till, 'LIMIT', ARGV[3], ARGV[2])
local sent, line = {}, {}
for _, id in ipairs(ids) do
  local fields = fieldsOf(id, 'name', 'priority', 'opts', 'parentKey')
  if fields[1] or hasHash(id) then
    sent[#sent + 1] = id
    again(id, fields, line)
  end
end
lineUp(line)
if #sent > 0 then
  call('ZREM', P .. 'failed', unpack(sent))
end
return {#sent, ARGV[3] + #ids - #sent, #ids == tonumber(ARGV[2]) and 1 or 0, till}
