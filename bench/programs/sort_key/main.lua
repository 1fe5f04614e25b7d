-- Sorting with a comparison: records by a number, by a name, and by two fields.

local function people(count, seed)
  local made = {}
  local state = seed
  for number = 0, count - 1 do
    state = (state * 48271) % 2147483647
    made[number + 1] = {number = number, name = string.format("p%d", state), age = state % 90}
  end
  return made
end

local function run(count)
  local total = 0
  for turn = 0, 2 do
    local persons = people(count, turn + 1)
    table.sort(persons, function(a, b) return a.name < b.name end)
    for i = 1, count, 97 do
      total = (total * 31 + persons[i].number) % 1000003
    end
    table.sort(persons, function(a, b)
      if a.age ~= b.age then
        return a.age < b.age
      end
      return a.number < b.number
    end)
    for i = 1, count, 97 do
      total = (total * 31 + persons[i].number) % 1000003
    end
    table.sort(persons, function(a, b)
      return a.number * 7919 % 1000003 > b.number * 7919 % 1000003
    end)
    for i = 1, count, 97 do
      total = (total * 31 + persons[i].age) % 1000003
    end
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 110000)))
