-- Integer arithmetic and branches: Collatz steps, and a remainder per number.
-- LuaJIT does not parse `//`, so each Lua gets the halving that is its own: the source is the same
-- but for that one expression.

local source = [[
local function run(count)
  local total = 0
  for start = 1, count do
    local n = start
    local steps = 0
    while n ~= 1 do
      if n % 2 == 0 then
        n = HALF
      else
        n = 3 * n + 1
      end
      steps = steps + 1
    end
    total = (total * 3 + steps) % 1000003
  end
  return total
end
return run
]]

local half = math.type and "n // 2" or "n / 2"
local compile = loadstring or load
local run = assert(compile((source:gsub("HALF", half))))()

print(string.format("%d", run(tonumber(arg[1]) or 200000)))
