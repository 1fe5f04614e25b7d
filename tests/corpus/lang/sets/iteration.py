# Iterators over sets, and what happens when the set changes meanwhile.
s = {1}
it = iter(s)
print(type(it).__name__, it.__length_hint__(), next(it), it.__length_hint__())
for _ in range(2):
    try:
        next(it)
    except StopIteration as e:
        print('stop', e.args)
print(iter(it) is it, list(it))
s = {1, 2, 3}
it = iter(s)
next(it)
s.add(4)
print(it.__length_hint__())
for _ in range(2):
    try:
        next(it)
    except RuntimeError as e:
        print(e)
s.discard(4)
try:
    next(it)
except RuntimeError as e:
    print('still', e)
try:
    for x in s:
        s.add(x + 100)
except RuntimeError as e:
    print(e, len(s))
try:
    for x in s:
        s.clear()
except RuntimeError as e:
    print(e, s)
s = {5}
for x in s:
    s.discard(5)
    break
print(s)
s = {1}
for x in s:
    s.remove(x)
    s.add(x)
print(s)
total = 0
for x in frozenset(range(1000)):
    total += x
print(total)
it = iter(set())
print(list(it), it.__length_hint__())
work = set(range(10))
seen = []
while work:
    seen.append(work.pop())
print(sorted(seen), work)
queue = {0}
visited = set()
while queue:
    n = queue.pop()
    visited.add(n)
    queue |= {m for m in (n * 2 + 1, n * 2 + 2) if m < 50} - visited
print(sorted(visited) == list(range(50)))
s = set(range(2000))
for x in range(0, 2000, 2):
    s.remove(x)
while len(s) > 1:
    s.pop()
print(len(s), s.pop() % 2)
for turn in range(5):
    s = {turn}
    for i in range(200):
        s.add(i)
        s.discard(i - 1)
    print(len(s), 199 in s)
try:
    reversed({1})
except TypeError as e:
    print(e)
try:
    next({1})
except TypeError as e:
    print(e)


def gen():
    yield from {1}
    return (yield from frozenset([2]))


print(list(gen()), [x for y in ({1}, {2}) for x in y])
a, *b = {7}
print(a, b)
try:
    a, b = {1}
except ValueError as e:
    print(e)
try:
    a, b = {1, 2, 3}
except ValueError as e:
    print(e)
