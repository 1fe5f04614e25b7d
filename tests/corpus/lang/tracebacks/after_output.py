print("line one")
print("no newline", end="")
[].pop()
