-- Closures: counters, adders and compositions that are made, passed on and called.

local function counter(step)
  local value = 0
  return function()
    value = (value + step) % 1000003
    return value
  end
end

local function adder(amount)
  return function(number)
    return number + amount
  end
end

local function compose(first, second)
  return function(number)
    return second(first(number))
  end
end

local function apply(f, times, number)
  for _ = 1, times do
    number = f(number)
  end
  return number
end

local function run(count)
  local counters = {}
  for step = 1, 7 do
    counters[step] = counter(step)
  end
  local total = 0
  for i = 0, count - 1 do
    local f = compose(adder(i % 13), adder(3))
    total = (total + apply(f, 4, i) + counters[i % 7 + 1]()) % 1000003
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 1200000)))
