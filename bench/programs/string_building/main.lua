-- Strings: built by .., by concat and by formatting, sliced, searched and read letter by letter.

local SIGNS = {
  {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
  {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
}

local function roman(number)
  local text = ""
  for _, pair in ipairs(SIGNS) do
    local value, sign = pair[1], pair[2]
    while number >= value do
      text = text .. sign
      number = number - value
    end
  end
  return text
end

local function run(count)
  local total = 0
  local lines = {}
  for i = 0, count - 1 do
    local text = roman(i % 4000)
    lines[#lines + 1] = i .. ": " .. text .. ", " .. #text .. " letters"
    if #lines == 100 then
      local page = table.concat(lines, "\n")
      lines = {}
      local found = page:find("xxviii, ", 1, true)
      total = (total * 31 + #page + (found and found - 1 or -1)) % 1000003
      for place = 1, math.min(200, #page) do
        total = (total * 31 + page:byte(place)) % 1000003
      end
    end
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 1300000)))
