-- String building: formatting, joining, splitting, slicing, and a count of words.

local function sentence(state)
  local words = {}
  for _ = 1, 8 do
    state = (state * 1103 + 12345) % 65537
    words[#words + 1] = "w" .. string.format("%d", state % 97)
  end
  return state, table.concat(words, " ")
end

local function run(count)
  local counts = {}
  local state = 1
  local total = 0
  for i = 0, count - 1 do
    local text
    state, text = sentence(state)
    local line = string.format("%05d:%s", i, text)
    for word in string.gmatch(string.sub(line, 7), "[^ ]+") do
      counts[word] = (counts[word] or 0) + 1
    end
    line = string.upper((string.gsub(line, "w1", "one")))
    local place = string.find(line, "ONE", 1, true)
    total = (total * 31 + #line + (place and place - 1 or -1)) % 1000003
    if string.sub(line, 1, 4) == "0000" then
      total = total + 1
    end
  end
  local names = {}
  for word in pairs(counts) do
    names[#names + 1] = word
  end
  table.sort(names)
  local text = ""
  for _, word in ipairs(names) do
    text = text .. word .. "=" .. string.format("%d", counts[word]) .. ";"
  end
  for i = 1, #text do
    total = (total * 31 + string.byte(text, i)) % 1000003
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 400000)))
