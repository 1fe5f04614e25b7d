-- Lists: the sieve of Eratosthenes, over lists of flags, four times. (Place 1 is the number 1.)

local function sieve(limit)
  local flags = {}
  for i = 1, limit do
    flags[i] = true
  end
  flags[1] = false
  for i = 2, math.floor(limit ^ 0.5) do
    if flags[i] then
      for j = i * i, limit, i do
        flags[j] = false
      end
    end
  end
  local total = 0
  for number, prime in ipairs(flags) do
    if prime then
      total = (total * 31 + number) % 1000003
    end
  end
  return total
end

local function run(limit)
  local total = 0
  for turn = 0, 3 do
    total = total + sieve(limit + turn)
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 4500000)))
