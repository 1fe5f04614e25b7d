-- Sorting without a comparison: ints, floats, words, and what is nearly sorted.

local floor = math.floor

local function numbers(count, seed)
  local made = {}
  local state = seed
  for i = 1, count do
    state = (state * 48271) % 2147483647
    made[i] = state
  end
  return made
end

local function run(count)
  local total = 0
  for turn = 0, 2 do
    local ints = numbers(count, turn + 1)
    local floats, words = {}, {}
    for i, number in ipairs(ints) do
      floats[i] = number / 16.0
      words[i] = string.format("%d", number)
    end
    table.sort(ints)
    table.sort(floats)
    table.sort(words)
    local nearly = {}
    for i, number in ipairs(ints) do
      nearly[i] = number
    end
    for i = 1, count - 10, 100 do
      nearly[i], nearly[i + 9] = nearly[i + 9], nearly[i]
    end
    table.sort(nearly)
    for i = 1, count, 89 do
      total = (total * 31 + ints[i] + nearly[i]) % 1000003
      total = (total * 31 + floor(floats[i]) + tonumber(words[i]:sub(1, 4))) % 1000003
    end
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 370000)))
