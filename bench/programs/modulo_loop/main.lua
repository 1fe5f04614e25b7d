-- Integer arithmetic: one product, one sum and one remainder per turn.

local function run(count)
  local a = 1
  for i = 0, count - 1 do
    a = (a * 17 + i) % 65521
  end
  return a
end

print(string.format("%d", run(tonumber(arg[1]) or 24000000)))
