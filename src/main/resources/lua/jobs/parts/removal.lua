-- Removing jobs. Needs parts/queue, parts/place, parts/state, parts/keep, parts/store, parts/single, parts/family.

-- Removes what is kept for a job and takes it out of its list or set. A parent that waited for this child alone goes on.
-- `place` is for stateOf; whoever knows the state gives it, and takes the job out of a list itself.
-- Returns 1 done | -1 neither a hash nor a place in any list | -2 a worker holds it | -8 the present job of a schedule, or
-- a parent that waits for children | -100 search for it first, see parts/state; and the state.
local function erase(id, place, state)
  local key = P .. id
  if call('EXISTS', key .. ':lock') == 1 then
    return -2
  end
  local fields = fieldsOf(id, 'name', 'parentKey', 'rjk', 'deid', 'parent')
  if fields[3] and isPresentIteration(id, fields[3]) then
    return -8
  end
  local there = fields[1] or hasHash(id)
  if not state then
    local index, unsure
    state, index, unsure = stateOf(id, place)
    if unsure then
      return -100
    end
    if not there and not state then
      return -1
    end
    if state == 'waiting-children' and call('EXISTS', key .. ':dependencies') == 1 then
      return -8
    end
    if state then
      leave(id, state, index)
    end
  end
  if fields[2] then
    leaveParent(key, fields[2], fields[5])
  end
  if fields[4] then
    forgetKind(id, fields[4])
  end
  if there then
    forget(id)
  end
  call('SREM', P .. 'stalled', id)
  return 1, state
end
