-- Objects: a factory whose stations of several classes pass items along, tick by tick.

local function class(base)
  local made = setmetatable({}, base)
  made.__index = made
  return made
end

local Random = class()

function Random.new(seed)
  return setmetatable({state = seed}, Random)
end

function Random:below(limit)
  self.state = (self.state * 1103 + 12345) % 65537
  return self.state % limit
end

local Item = class()

function Item.new(number, weight)
  return setmetatable({number = number, weight = weight, value = 0}, Item)
end

local Station = class()

function Station.init(self, follower)
  self.follower = follower
  self.waiting = {}
  self.done = 0
  return self
end

function Station:accept(item)
  self.waiting[#self.waiting + 1] = item
end

function Station:tick(random)
  local count = #self.waiting
  if count > 0 then
    local item = self.waiting[count]
    self.waiting[count] = nil
    self:work(item, random)
    self.done = self.done + 1
    if self.follower then
      self.follower:accept(item)
    end
  end
end

function Station:work()
  error("not implemented")
end

local Cutter = class(Station)

function Cutter.new(follower)
  return Station.init(setmetatable({}, Cutter), follower)
end

function Cutter:work(item, random)
  item.weight = item.weight - random:below(4)
  item.value = item.value + 2
end

local Painter = class(Station)

function Painter.new(follower, colours)
  local self = Station.init(setmetatable({}, Painter), follower)
  self.colours = colours
  self.colour = 0
  return self
end

function Painter:work(item)
  self.colour = (self.colour + 1) % self.colours
  item.value = item.value + self.colour
end

local Inspector = class(Station)

function Inspector.new()
  local self = Station.init(setmetatable({}, Inspector), nil)
  self.passed = 0
  self.refused = 0
  return self
end

function Inspector:work(item)
  if item.weight > 8 then
    self.passed = (self.passed * 3 + item.value + item.number) % 1000003
  else
    self.refused = self.refused + 1
  end
end

local Factory = class()

function Factory.new()
  local inspector = Inspector.new()
  local painters = {Painter.new(inspector, 3), Painter.new(inspector, 5)}
  local cutters = {Cutter.new(painters[1]), Cutter.new(painters[2])}
  return setmetatable({
    random = Random.new(1),
    inspector = inspector,
    cutters = cutters,
    stations = {cutters[1], cutters[2], painters[1], painters[2], inspector},
    made = 0,
  }, Factory)
end

function Factory:tick()
  local item = Item.new(self.made, 7 + self.random:below(6))
  self.cutters[self.made % #self.cutters + 1]:accept(item)
  self.made = self.made + 1
  for _, station in ipairs(self.stations) do
    station:tick(self.random)
  end
end

local function run(count)
  local factory = Factory.new()
  for _ = 1, count do
    factory:tick()
  end
  local total = factory.inspector.passed * 7 + factory.inspector.refused
  for _, station in ipairs(factory.stations) do
    total = (total * 31 + station.done) % 1000003
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 750000)))
