def parse(x):
    return float(x)
for v in map(parse, ["1.5", "oops"]):
    print(v)
