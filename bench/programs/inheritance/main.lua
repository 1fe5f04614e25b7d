-- Classes with inheritance: overridden methods, calls of the base's, a table of shapes.

local function class(base)
  local made = setmetatable({}, base)
  made.__index = made
  made.base = base
  return made
end

local Shape = class(nil)
Shape.count = 0

function Shape.init(self, name)
  self.name = name
  Shape.count = Shape.count + 1
  return self
end

function Shape.area(self)
  return 0
end

function Shape.describe(self)
  return self:area() + #self.name
end

local Rectangle = class(Shape)

function Rectangle.init(self, width, height)
  Shape.init(self, "rectangle")
  self.width = width
  self.height = height
  return self
end

function Rectangle.area(self)
  return self.width * self.height
end

function Rectangle.edge(self)
  return 2 * (self.width + self.height)
end

local Square = class(Rectangle)

function Square.init(self, width)
  Rectangle.init(self, width, width)
  self.name = "square"
  return self
end

function Square.describe(self)
  return Rectangle.describe(self) + 1
end

local Circle = class(Shape)

function Circle.init(self, radius)
  Shape.init(self, "circle")
  self.radius = radius
  return self
end

function Circle.area(self)
  return math.floor(self.radius * self.radius * 355 / 113)
end

local function is(object, wanted)
  local found = getmetatable(object)
  while found do
    if found == wanted then
      return true
    end
    found = found.base
  end
  return false
end

local function run(count)
  local total = 0
  for i = 0, count - 1 do
    local size = i % 50 + 1
    local kind = i % 3
    local shape
    if kind == 0 then
      shape = Square.init(setmetatable({}, Square), size)
      total = total + shape:edge()
    elseif kind == 1 then
      shape = Circle.init(setmetatable({}, Circle), size)
    else
      shape = Rectangle.init(setmetatable({}, Rectangle), size, size + 1)
      total = total + shape:edge()
    end
    total = (total + shape:describe()) % 1000003
    if is(shape, Rectangle) then
      total = total + 1
    end
  end
  return (total + Shape.count) % 1000003
end

print(string.format("%d", run(tonumber(arg[1]) or 1500000)))
