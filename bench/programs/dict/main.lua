-- Dicts: integer and string keys, inserting, looking up, deleting. (A table keeps no count of its
-- entries, so the program counts them.)

local function run(count)
  local names = {}
  for i = 0, 999 do
    names[#names + 1] = "key" .. i
  end
  local by_number = {}
  local by_name = {}
  local length = 0
  local state = 1
  local total = 0
  for i = 0, count - 1 do
    state = (state * 1103 + 12345) % 65537
    if by_number[state] ~= nil then
      by_number[state] = by_number[state] + 1
    else
      by_number[state] = 1
      length = length + 1
    end
    local name = names[state % 1000 + 1]
    by_name[name] = (by_name[name] or 0) + state
    if i % 7 == 0 then
      by_number[state] = nil
      length = length - 1
    end
  end
  for i = 1, 1000 do
    total = (total * 31 + (by_name[names[i]] or 0)) % 1000003
  end
  return (total + length) % 1000003
end

print(string.format("%d", run(tonumber(arg[1]) or 5000000)))
