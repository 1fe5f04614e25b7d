-- Floats: the Mandelbrot set, as steps until each point escapes.

local LIMIT = 50

local function escape(cr, ci)
  local zr, zi = 0.0, 0.0
  for step = 0, LIMIT - 1 do
    local rr = zr * zr
    local ii = zi * zi
    if rr + ii > 4.0 then
      return step
    end
    zi = 2.0 * zr * zi + ci
    zr = rr - ii + cr
  end
  return LIMIT
end

local function run(size)
  local total = 0
  for y = 0, size - 1 do
    local ci = 2.0 * y / size - 1.0
    for x = 0, size - 1 do
      local cr = 2.0 * x / size - 1.5
      total = (total * 31 + escape(cr, ci)) % 1000003
    end
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 800)))
