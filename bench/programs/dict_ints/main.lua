-- A table with int keys: counted, looked up, deleted from, iterated.

local function run(count)
  local seen = {}
  local length = 0
  local state = 1
  for i = 0, count - 1 do
    state = (state * 16807) % 2147483647
    local key = state % 200003
    local value = seen[key]
    if value then
      seen[key] = value + i
    else
      seen[key] = i
      length = length + 1
    end
    if key % 3 == 0 then
      seen[key] = nil
      length = length - 1
    end
  end
  local total = length
  for key = 0, 200002 do
    local value = seen[key]
    if value then
      total = (total * 31 + value) % 1000003
    end
  end
  local sums = 0
  for key, value in pairs(seen) do
    sums = (sums + key * (value % 1009)) % 1000003
  end
  return total * 7 + sums
end

print(string.format("%d", run(tonumber(arg[1]) or 2000000)))
