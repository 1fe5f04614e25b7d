-- Float arithmetic: the logistic map, and a sum of its steps.

local function run(count)
  local x = 0.4
  local y = 0.0
  local total = 0.0
  for i = 0, count - 1 do
    x = 3.75 * x * (1.0 - x)
    y = y * 0.5 + x
    if y > 1.25 then
      total = total + (y - 1.25)
    else
      total = total - x * 0.125
    end
  end
  return total
end

print(string.format("%.9f", run(tonumber(arg[1]) or 14000000)))
