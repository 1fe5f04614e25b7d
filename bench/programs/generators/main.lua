-- Generators as coroutines: a pipeline of three, a recursive walk, and one that is sent values.

local yield, wrap = coroutine.yield, coroutine.wrap

local function numbers(count)
  return wrap(function()
    local state = 1
    for _ = 1, count do
      state = (state * 1103 + 12345) % 65537
      yield(state)
    end
  end)
end

local function odd(source)
  return wrap(function()
    for number in source do
      if number % 2 ~= 0 then
        yield(number)
      end
    end
  end)
end

local function scaled(source, factor)
  return wrap(function()
    for number in source do
      yield(number * factor % 1009)
    end
  end)
end

local function visit(low, high)
  if low < high then
    local middle = math.floor((low + high) / 2)
    visit(low, middle)
    yield(middle)
    visit(middle + 1, high)
  end
end

local function walk(low, high)
  return wrap(function() visit(low, high) end)
end

local function running()
  return wrap(function()
    local total = 0
    while true do
      total = (total * 3 + yield(total)) % 1000003
    end
  end)
end

local function run(count)
  local sums = running()
  sums()
  local total = 0
  for number in scaled(odd(numbers(count)), 7) do
    total = sums(number)
  end
  for _ = 1, 10 do
    for number in walk(0, math.floor(count / 100)) do
      total = (total + number) % 1000003
    end
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 5000000)))
