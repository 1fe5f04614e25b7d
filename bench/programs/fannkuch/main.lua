-- Lists: permutations and their reversed prefixes (fannkuch), four times. (Places count from 1; the
-- values count from 1, too, so that a prefix of that length is reversed.)

local function fannkuch(size)
  local permutation, counts, flipped = {}, {}, {}
  for i = 1, size do
    permutation[i] = i
    counts[i] = i
  end
  local most, checksum, sign = 0, 0, 1
  while true do
    local first = permutation[1]
    if first ~= 1 then
      for i = 1, size do
        flipped[i] = permutation[i]
      end
      local flips = 0
      while first ~= 1 do
        local low, high = 2, first - 1
        flipped[1] = flipped[first]
        flipped[first] = first
        while low < high do
          flipped[low], flipped[high] = flipped[high], flipped[low]
          low = low + 1
          high = high - 1
        end
        first = flipped[1]
        flips = flips + 1
      end
      if flips > most then
        most = flips
      end
      checksum = checksum + sign * flips
    end
    if sign == 1 then
      permutation[1], permutation[2] = permutation[2], permutation[1]
      sign = -1
    else
      permutation[2], permutation[3] = permutation[3], permutation[2]
      sign = 1
      for i = 3, size do
        counts[i] = counts[i] - 1
        if counts[i] ~= 0 then
          break
        end
        if i == size then
          return checksum, most
        end
        counts[i] = i
        local moved = permutation[1]
        for j = 1, i do
          permutation[j] = permutation[j + 1]
        end
        permutation[i + 1] = moved
      end
    end
  end
end

local function run(size)
  local total = 0
  for _ = 1, 4 do
    local checksum, most = fannkuch(size)
    total = (total * 31 + checksum * 101 + most) % 1000003
  end
  return total
end

print(string.format("%d", run(tonumber(arg[1]) or 9)))
