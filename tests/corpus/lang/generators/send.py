def echo():
    received = []
    while True:
        got = yield len(received)
        if got is None:
            continue
        if got == "stop":
            return received
        received.append(got)
g = echo()
print(next(g), g.send("a"), g.send("b"), next(g), g.send(None))
try:
    g.send("stop")
except StopIteration as stop:
    print(stop.value)
try:
    g.send("more")
except StopIteration as stop:
    print("exhausted", stop.value)
g = echo()
try:
    g.send(1)
except TypeError as error:
    print(error)
print(g.send(None))
def average():
    total = n = 0
    avg = None
    while True:
        total += yield avg
        n += 1
        avg = total / n
g = average()
next(g)
print([g.send(x) for x in (10, 20, 30)])
def expr():
    x = (yield 1) + (yield 2)
    print("sum", x)
    y = [(yield "a"), (yield "b")]
    print(y)
    z = yield
    print("z", z)
g = expr()
print(next(g), g.send(10), g.send(5), g.send("A"), g.send("B"))
try:
    g.send("Z")
except StopIteration:
    print("end")
def reenter():
    yield next(me)
me = reenter()
try:
    next(me)
except ValueError as error:
    print(error)
print(list(me))
