g = (x * y for x in range(3) for y in range(2) if x != y)
print(next(g), list(g), list(g))
def evaluated_now():
    print("evaluated", end=" ")
    return [1, 2]
h = (x for x in evaluated_now())
print("created", list(h))
def fails():
    return (1 / x for x in [1, 0, 2])
f = fails()
print(next(f))
try:
    next(f)
except ZeroDivisionError as error:
    print(error)
print(list(f))
a = [1, 2]
gen = (v for v in a)
a.append(3)
a = [9]
print(list(gen))
print(sum(i * i for i in range(10)), " ".join(c.upper() for c in "abc"), sorted((-x for x in range(3)), key=abs), [*(i for i in "xy")], dict((i, i) for i in range(2)))
k = 2
m = (x * k for x in range(3))
k = 10
print(list(m))
def consume(it, n):
    return [next(it) for _ in range(n)]
s = (i for i in range(5))
print(consume(s, 2), list(s))
try:
    consume(iter([1]), 2)
except StopIteration:
    print("StopIteration from a list comprehension")
nested = ((j for j in range(i)) for i in range(4))
print([list(n) for n in nested], type(s).__name__, any(True for _ in []), (lambda: (yield))().__class__.__name__)
