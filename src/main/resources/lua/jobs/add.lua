-- Adds jobs, each by itself.
-- KEYS[1] meta
-- ARGV    1 number of jobs | then per job: its own id or '' | name | data | opts | delay ms | priority | '1' for lifo | number n of further
--         values | n values: field, value, field, value, ...
-- Returns the ids, in order. An id of its own that is there already is left as it is and said in the event `duplicated`; a
-- number that is taken is passed over.
--@include jobs/parts/queue
--@include jobs/parts/place
--@include jobs/parts/store

local ids = {}
local number = call('INCRBY', P .. 'id', ARGV[1]) - ARGV[1]
local at = 2
while at < #ARGV do
  local id, name, data, opts = ARGV[at], ARGV[at + 1], ARGV[at + 2], ARGV[at + 3]
  local wait, priority, lifo = tonumber(ARGV[at + 4]), tonumber(ARGV[at + 5]), ARGV[at + 6] == '1'
  local more = tonumber(ARGV[at + 7])
  number = number + 1
  if id == '' then
    id = whole(number)
    if call('EXISTS', P .. id) == 1 then
      id = freeNumber()
    end
  end
  if call('EXISTS', P .. id) == 1 then
    event('duplicated', 'jobId', id)
  else
    store(id, name, data, opts, wait, priority, lifo, {unpack(ARGV, at + 8, at + 7 + more)})
  end
  ids[#ids + 1] = id
  at = at + 8 + more
end
return ids
