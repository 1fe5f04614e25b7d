-- Lists and recursion: in how many ways N queens stand on boards of all sizes up to N, twice.

local function place(row, size, columns, rising, falling)
  if row > size then
    return 1
  end
  local found = 0
  for column = 1, size do
    local up = row + column - 1
    local down = row - column + size
    if columns[column] and rising[up] and falling[down] then
      columns[column], rising[up], falling[down] = false, false, false
      found = found + place(row + 1, size, columns, rising, falling)
      columns[column], rising[up], falling[down] = true, true, true
    end
  end
  return found
end

local function trues(count)
  local list = {}
  for i = 1, count do
    list[i] = true
  end
  return list
end

local function run(most)
  local total = 0
  for _ = 1, 2 do
    for size = 1, most do
      local found = place(1, size, trues(size), trues(2 * size - 1), trues(2 * size - 1))
      total = (total * 3 + found) % 1000003
    end
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 12)))
