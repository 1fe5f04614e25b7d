-- A table with string keys: keys that are made on the spot, looked up, counted, iterated.

local function run(count)
  local stock = {}
  local length = 0
  local state = 1
  local missing = 0
  for i = 0, count - 1 do
    state = (state * 16807) % 2147483647
    local name = "item-" .. state % 30011
    local amount = stock[name]
    if amount then
      stock[name] = amount + i % 100
    else
      stock[name] = 1
      length = length + 1
    end
    if not stock["shelf-" .. state % 97] then
      missing = missing + 1
    end
    if state % 1000 == 0 then
      local shelf = "shelf-" .. state % 97
      if not stock[shelf] then
        length = length + 1
      end
      stock[shelf] = i
    end
  end
  local total = length + missing
  for name, amount in pairs(stock) do
    total = (total + #name * (amount % 1009)) % 1000003
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 1500000)))
