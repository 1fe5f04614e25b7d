-- Text: lines split into words, which are put in lower case, counted and sorted by their count.

local SYLLABLES = {"ka", "To", "mi", "RE", "su", "no", "Li", "ven"}

local function text(count)
  local lines = {}
  local state = 1
  for i = 1, count do
    local words = {}
    for j = 1, 10 do
      state = (state * 1103 + 12345) % 65537
      local word = SYLLABLES[state % 8 + 1] .. SYLLABLES[state % 7 + 1] .. SYLLABLES[state % 5 + 1]
      words[j] = word .. (state % 11 == 0 and "," or "")
    end
    lines[i] = table.concat(words, " ") .. "."
  end
  return table.concat(lines, "\n")
end

local function run(count)
  local written = text(count)
  local total = 0
  for _ = 1, 8 do
    local counts = {}
    for line in written:gmatch("[^\n]+") do
      for word in line:gmatch("[^%s,.]+") do
        word = word:lower()
        counts[word] = (counts[word] or 0) + 1
      end
    end
    local ranked = {}
    for word, number in pairs(counts) do
      ranked[#ranked + 1] = {word, number}
    end
    table.sort(ranked, function(a, b)
      if a[2] ~= b[2] then
        return a[2] > b[2]
      end
      return a[1] < b[1]
    end)
    for _, item in ipairs(ranked) do
      total = (total * 31 + item[2] * #item[1] + item[1]:byte(1)) % 1000003
    end
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 90000)))
