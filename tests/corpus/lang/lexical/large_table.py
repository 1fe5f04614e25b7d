# A table has more constants than a name can have numbers.
items = ", ".join(f"'k{n}': 'v{n}'" for n in range(50_000))
source = f"table = {{{items}}}\nprint(len(table), table['k49999'], table['k7'], __name__)\n"
exec(source, {"__name__": "made"})

# Names and constants mix, and equal constants are one wherever they lie.
lines = [f"n{n % 500} = 'c{n}'" for n in range(40_000)]
lines.append("last = 'c0', 'c39999', 'n7', n7, n499, 'last'")
space = {}
exec("\n".join(lines), space)
print(space["last"], len(space))
print(space["n7"] is space["last"][3])

# The same within a function, with the names of attributes among them.
body = ", ".join(f"'t{n}'" for n in range(70_000))
exec(f"def made(x):\n    table = [x, {body}]\n    return x.upper(), table[-1], len(table), x.t69999\n", space)
text = type("Text", (str,), {"t69999": "attribute"})("x")
print(space["made"](text))
