# Set comprehensions: scopes, conditions, nesting, awaiting.
print({x for x in 'a'}, {x for x in ()}, sorted({x % 3 for x in range(10)}))
print(sorted({x + y for x in range(3) for y in range(3) if x != y}))
print(sorted({(x, y) for x in range(2) for y in 'ab'}))
x = 'outer'
print({x for x in [1]}, x)
n = 10
print({n + i for i in range(1)}, {lambda: i for i in range(1)}.pop()())
print({frozenset({y for y in range(x)}) for x in range(2)} == {frozenset(), frozenset([0])})
print([{j for j in range(i)} == set(range(i)) for i in range(4)])
print({i: {i} for i in range(2)})
print(type({x for x in []}), type((x for x in [])))


class C:
    names = ['a']
    made = {name for name in names}

    def method(self):
        return {type(self).__name__ for _ in [0]}


print(C.made, C().method())
if (found := {last := v for v in range(5) if v > 3}):
    print(found, last)


def deep(a):
    def inner():
        return {a + b for b in [1]}
    return inner()


print(deep(5))
try:
    {[] for _ in [1]}
except TypeError as e:
    print(e)
try:
    {1 / z for z in [1, 0]}
except ZeroDivisionError as e:
    print(e)
try:
    {x for x in 5}
except TypeError as e:
    print(e)
try:
    exec_name = {undefined_name for _ in [1]}
except NameError as e:
    print(e)


async def numbers():
    for i in range(3):
        yield i


async def one(i):
    return i * 10


async def main():
    print(sorted({i async for i in numbers()}), sorted({await one(i) for i in range(3)}))
    return {1, *[await one(2)]}


coroutine = main()
try:
    coroutine.send(None)
except StopIteration as e:
    print(sorted(e.value))
