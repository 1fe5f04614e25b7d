"""The smallest tour: values, a loop, a function, an f-string."""


def greet(name, *, shout=False):
    text = f"hello, {name}"
    return text.upper() + "!" if shout else text


print(greet("world"))
print(greet("python 3.11", shout=True))
print([n * n for n in range(1, 6)], 2**100)
