-- Sorting: numbers, words, pairs by a key, and in reverse.

local function made(count)
  local numbers = {}
  local state = 1
  for i = 1, count do
    state = (state * 48271) % 2147483647
    numbers[i] = state
  end
  return numbers
end

local function run(count)
  local total = 0
  for turn = 0, 2 do
    local numbers = made(count + turn)
    local words = {}
    local pairs_of = {}
    for i, number in ipairs(numbers) do
      words[i] = string.format("%d", number)
      pairs_of[i] = {number % 1000, number, (number % 1000) * 1000000 + number % 1000000}
    end
    table.sort(numbers)
    table.sort(words, function(a, b) return b < a end)
    table.sort(pairs_of, function(a, b) return a[3] < b[3] end)
    for i = 1, count, 97 do
      total = (total * 31 + numbers[i]) % 1000003
      total = (total * 31 + #words[i] + tonumber(string.sub(words[i], 1, 3))) % 1000003
      total = (total * 31 + pairs_of[i][1]) % 1000003
    end
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 300000)))
