names = ["a", "b"]
print(names(0))
