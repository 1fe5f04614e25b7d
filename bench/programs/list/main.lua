-- Lists: a sieve, appending, indexing and iteration. (Index 0 of the other languages is 1 here.)

local function sieve(limit)
  local flags = {}
  for i = 0, limit do
    flags[#flags + 1] = true
  end
  local primes = {}
  for i = 2, limit do
    if flags[i + 1] then
      primes[#primes + 1] = i
      local j = i * i
      while j <= limit do
        flags[j + 1] = false
        j = j + i
      end
    end
  end
  local total = 0
  for _, prime in ipairs(primes) do
    total = (total * 31 + prime) % 1000003
  end
  return total
end

local function run(limit)
  local total = 0
  for turn = 0, 9 do
    total = (total + sieve(limit + turn)) % 1000003
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 1200000)))
