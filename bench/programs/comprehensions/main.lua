-- What Python writes as comprehensions: tables filled in loops, filtered and nested, and sums.

local function run(count)
  local total = 0
  for turn = 0, count - 1 do
    local numbers = {}
    for i = 0, 199 do
      numbers[#numbers + 1] = (i * 7919 + turn) % 1009
    end
    local odd = {}
    for _, number in ipairs(numbers) do
      if number % 2 ~= 0 then
        odd[#odd + 1] = number
      end
    end
    local places, length = {}, 0
    for place, number in ipairs(numbers) do
      if not places[number] then
        length = length + 1
      end
      places[number] = place - 1
    end
    local kinds, different = {}, 0
    for _, number in ipairs(odd) do
      local kind = number % 17
      if not kinds[kind] then
        kinds[kind] = true
        different = different + 1
      end
    end
    local rows = {}
    for row = 0, 7 do
      local cells = {}
      for column = 0, 7 do
        cells[#cells + 1] = row * column
      end
      rows[#rows + 1] = cells
    end
    local flat = {}
    for _, row in ipairs(rows) do
      for _, cell in ipairs(row) do
        if cell > 10 then
          flat[#flat + 1] = cell
        end
      end
    end
    local tripled = 0
    for _, number in ipairs(odd) do
      tripled = tripled + number * 3
    end
    local sum = 0
    for _, cell in ipairs(flat) do
      sum = sum + cell
    end
    total = (total + tripled + different) % 1000003
    total = (total * 31 + (places[turn % 1009] or 5) + length + sum) % 1000003
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 38000)))
