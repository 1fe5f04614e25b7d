-- Lists of lists: the product of two square matrices of floats.

local function made(size, seed)
  local matrix = {}
  local state = seed
  for i = 1, size do
    local row = {}
    for j = 1, size do
      state = (state * 1103 + 12345) % 65537
      row[j] = state / 65537 - 0.5
    end
    matrix[i] = row
  end
  return matrix
end

local function product(left, right)
  local size = #left
  local result = {}
  for i = 1, size do
    local row = left[i]
    local line = {}
    for j = 1, size do
      local total = 0.0
      for k = 1, size do
        total = total + row[k] * right[k][j]
      end
      line[j] = total
    end
    result[i] = line
  end
  return result
end

local function run(size)
  local result = product(made(size, 1), made(size, 2))
  local total = 0.0
  for i, row in ipairs(result) do
    total = total + (row[i] + row[size + 1 - i] * 0.5)
  end
  return total
end

print(string.format("%.9f", run(tonumber(arg[1]) or 300)))
