# Warnings about bytes literals.
print(b"abc"[1])
try:
    b"abc"["a"]
except TypeError as error:
    print(error)
try:
    b"abc"()
except TypeError as error:
    print(error)
print(b"a" is b"a")
print(b"\q")
