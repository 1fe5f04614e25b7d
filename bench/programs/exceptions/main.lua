-- Exceptions: raised near and far, caught by kind, with a clean-up on the way.

local Refused = {}
Refused.__index = Refused

local function check(number)
  if number % 3 == 0 then
    error(setmetatable({code = number % 7}, Refused), 0)
  end
  return number
end

local function deep(level, number)
  if level == 0 then
    return (check(number))
  end
  return (deep(level - 1, number))
end

local function run(count)
  local total = 0
  local cleaned = 0
  for i = 0, count - 1 do
    local ok, result = pcall(check, i)
    if ok then
      total = (total + result) % 1000003
    elseif getmetatable(result) == Refused then
      total = (total * 31 + result.code) % 1000003
    else
      error(result, 0)
    end
    ok, result = pcall(deep, 4, i)
    cleaned = cleaned + 1
    if ok then
      total = (total + result) % 1000003
    elseif getmetatable(result) == Refused then
      total = (total * 17 + result.code) % 1000003
    else
      error(result, 0)
    end
  end
  return (total + cleaned) % 1000003
end

print(string.format("%d", run(tonumber(arg[1]) or 2200000)))
