value = b"abc
print(value)
