-- Removing jobs. Needs parts/queue, parts/place, parts/state, parts/keep, parts/store, parts/single, parts/family.

-- Removes what is kept for a job and takes it out of its state's list or set, which is asked for where it is not given.
-- A parent that waited for this child alone goes on. Returns 1 done | -1 neither a hash nor a place in any list | -2 a
-- worker holds it | -8 the present job of a schedule, or a parent that waits for children; and the state.
local function erase(id, state)
  local key = P .. id
  if call('EXISTS', key .. ':lock') == 1 then
    return -2
  end
  local fields = fieldsOf(id, 'name', 'parentKey', 'rjk', 'deid', 'parent')
  if fields[3] and isPresentIteration(id, fields[3]) then
    return -8
  end
  local there = fields[1] or hasHash(id)
  state = state or stateOf(id)
  if not there and not state then
    return -1
  end
  if state == 'waiting-children' and call('EXISTS', key .. ':dependencies') == 1 then
    return -8
  end
  if state then
    leave(id, state)
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
