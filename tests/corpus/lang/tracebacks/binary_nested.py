def f(x):
    return (x * 2 + x["key"]) - 1
print(f(4) or 1)
