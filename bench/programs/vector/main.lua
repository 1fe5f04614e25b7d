-- Operators: a vector class with +, -, *, unary - and ==, by metatables.

local Vector = {}
Vector.__index = Vector

local function vector(x, y, z)
  return setmetatable({x = x, y = y, z = z}, Vector)
end

function Vector.__add(a, b)
  return vector(a.x + b.x, a.y + b.y, a.z + b.z)
end

function Vector.__sub(a, b)
  return vector(a.x - b.x, a.y - b.y, a.z - b.z)
end

function Vector.__mul(a, factor)
  return vector(a.x * factor, a.y * factor, a.z * factor)
end

function Vector.__unm(a)
  return vector(-a.x, -a.y, -a.z)
end

function Vector.__eq(a, b)
  return a.x == b.x and a.y == b.y and a.z == b.z
end

function Vector:dot(other)
  return self.x * other.x + self.y * other.y + self.z * other.z
end

local function run(count)
  local place = vector(0.0, 0.0, 0.0)
  local speed = vector(1.0, 0.5, -0.25)
  local pull = vector(0.0, 0.0, -0.125)
  local origin = vector(0.0, 0.0, 0.0)
  local same = 0
  for i = 0, count - 1 do
    place = place + speed * 0.5
    speed = speed + pull - speed * 0.25
    if place:dot(place) > 100.0 then
      place = -place * 0.5
    end
    if i % 1000 == 0 then
      place = place - place
    end
    if place == origin then
      same = same + 1
    end
  end
  return place.x + place.y * 3.0 + place.z * 7.0 + speed.x + same
end

print(string.format("%.9f", run(tonumber(arg[1]) or 1100000)))
