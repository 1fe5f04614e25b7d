-- Floats and small functions: the spectral norm of an infinite matrix, by the power method.

local function element(i, j)
  return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1)
end

local function times(vector)
  local result = {}
  for i = 1, #vector do
    local total = 0.0
    for j, value in ipairs(vector) do
      total = total + element(i - 1, j - 1) * value
    end
    result[i] = total
  end
  return result
end

local function times_transposed(vector)
  local result = {}
  for i = 1, #vector do
    local total = 0.0
    for j, value in ipairs(vector) do
      total = total + element(j - 1, i - 1) * value
    end
    result[i] = total
  end
  return result
end

local function run(size)
  local u = {}
  for i = 1, size do
    u[i] = 1.0
  end
  local v = u
  for _ = 1, 10 do
    v = times_transposed(times(u))
    u = times_transposed(times(v))
  end
  local above, below = 0.0, 0.0
  for i = 1, size do
    above = above + u[i] * v[i]
    below = below + v[i] * v[i]
  end
  return math.sqrt(above / below)
end

print(string.format("%.9f", run(tonumber(arg[1]) or 450)))
