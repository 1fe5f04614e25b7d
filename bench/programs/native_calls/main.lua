-- Calls of functions that are native in every engine; reported apart from the other programs.

local abs, min, max, floor = math.abs, math.min, math.max, math.floor

local function run(count)
  local total = 0
  for i = 0, count - 1 do
    total = total + abs(-i) + min(i, 7) + max(i, 5) + floor(i * 0.5)
    total = total % 1000003
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 4000000)))
