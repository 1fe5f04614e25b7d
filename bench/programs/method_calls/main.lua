-- Objects: method calls, attribute reads and writes, one level of inheritance.

local Counter = {}
Counter.__index = Counter

function Counter.init(self, step)
  self.value = 0
  self.step = step
  return self
end

function Counter.advance(self, by)
  self.value = (self.value + by * self.step) % 1000003
  return self.value
end

function Counter.current(self)
  return self.value
end

local Toggle = setmetatable({}, Counter)
Toggle.__index = Toggle

function Toggle.init(self, step)
  Counter.init(self, step)
  self.on = false
  return self
end

function Toggle.flip(self)
  self.on = not self.on
  return self.on
end

local function run(count)
  local counter = Counter.init(setmetatable({}, Counter), 3)
  local toggle = Toggle.init(setmetatable({}, Toggle), 5)
  local total = 0
  for i = 0, count - 1 do
    counter:advance(i)
    if toggle:flip() then
      toggle:advance(counter:current())
    end
    total = (total + toggle:current()) % 1000003
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 5000000)))
