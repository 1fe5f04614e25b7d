def key(x):
    return x["rank"]
items = [{"rank": 1}, {"rang": 2}]
print(sorted(items, key=key))
