-- 64-bit integers: a linear congruential generator, hashed with FNV-1a. LuaJIT's numbers are
-- floats; its users take 64-bit integers from the FFI, as boxed values that wrap.

local bit = require("bit")
local bxor, rshift = bit.bxor, bit.rshift

local function run(count)
  local state = 88172645463325252ULL
  local digest = 14695981039346656037ULL
  for _ = 1, count do
    state = state * 6364136223846793005ULL + 1442695040888963407ULL
    digest = bxor(digest, rshift(state, 56)) * 1099511628211ULL
  end
  return digest
end

print(bit.tohex(run(tonumber(arg[1]) or 7000000)))
