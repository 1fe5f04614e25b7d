values = [3, "a", None]
print(values[0] < values[1])
