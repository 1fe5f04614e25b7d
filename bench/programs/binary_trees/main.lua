-- Allocation: binary trees of many depths, made, walked and dropped, beside one that stays.

local function tree(depth)
  if depth == 0 then
    return {}
  end
  depth = depth - 1
  return {tree(depth), tree(depth)}
end

local function check(node)
  local left = node[1]
  if not left then
    return 1
  end
  return 1 + check(left) + check(node[2])
end

local function run(most)
  local total = check(tree(most + 1))
  local kept = tree(most)
  for depth = 4, most, 4 do
    for _ = 1, 2 ^ (most - depth + 4) do
      total = total + check(tree(depth))
    end
  end
  return total + check(kept)
end

print(string.format("%d", run(tonumber(arg[1]) or 17)))
