-- A worker's turn: puts away the jobs that it has finished, and gives it as many new ones as it has free hands.
-- KEYS[1] meta
-- ARGV    1 jobs wanted | 2 start of the new locks' tokens, which no other call ever has | 3 ms for which the locks hold |
--         4 starts per window, 0 for no limit of the worker's own | 5 length of the window in ms | 6 the worker's name |
--         7 minutes of metrics to keep, 0 for none | 8 ways in which jobs ended | 9 jobs put away | then ten values per
--         way and four per job put away, see parts/ending
-- Returns, one after another, {ms until the window ends or 0, ms until the next delayed job is due or -1, 1 if jobs were
--          left for other workers, number of new jobs, of those among them that are not fresh, of troubles met, then the
--          codes of the jobs put away, the new jobs and what is more to say of those that are not fresh (see
--          parts/beginning), the troubles (texts), ids dropped because nothing is known of them}. A table within it would
--          cost Redis 6 a block of 16 KiB and a write to the connection by itself.
--
-- Each job's step is as whole as if it had a call of its own; they share one look at the locks and one marker.
--@include jobs/parts/queue
--@include jobs/parts/place
--@include jobs/parts/keep

-- What few jobs need; every call of a script makes its functions anew.
local made
local function rare()
  if not made then
--@include jobs/parts/store
--@include jobs/parts/single
--@include jobs/parts/family
--@include jobs/parts/metrics
    made = {giveWay = giveWay, tellParent = tellParent, measure = measure}
  end
  return made
end

--@include jobs/parts/ending
--@include jobs/parts/beginning

local wanted, ways, number = tonumber(ARGV[1]), tonumber(ARGV[8]), tonumber(ARGV[9])
local answer, others, troubles, dropped = {0, -1, 0, 0, 0, 0}, {}, {}, {}

local ended = 0
if number > 0 then
  ended = putAway(10 + ways * WAY, number, waysAt(10, ways), tonumber(ARGV[7]), answer, troubles)
end

local taken, left = 0, false
if wanted > 0 then
  taken, answer[1], left, dropped = begin(wanted, answer, others, ARGV[2], ARGV[3], tonumber(ARGV[4]),
      ARGV[5], ARGV[6])
  answer[3], answer[4] = left and 1 or 0, taken
end

if number > 0 and taken == 0 then
  -- who looks for more says so only where nothing will be due either, as BullMQ does; BullMQ 5 has a list more
  local left = call('EXISTS', P .. 'wait', P .. 'active', P .. 'prioritized', P .. 'paused',
      P .. (wanted > 0 and 'delayed' or 'wait'))
  if ended > 0 and left == 0 then
    event('drained')
  elseif call('HEXISTS', P .. 'meta', 'concurrency') == 1 then
    -- a place became free under the queue's own limit
    wake()
  end
end
if taken < wanted then
  local due = nextDue()
  if due then
    answer[2] = math.max(0, due - now)
  end
end
answer[5], answer[6] = #others / OTHERS, #troubles
for _, values in ipairs({others, troubles, dropped}) do
  for _, value in ipairs(values) do
    answer[#answer + 1] = value
  end
end
return answer
