x = 10
x += 5; print(x)
x -= 3; print(x)
x *= 2; print(x)
x /= 4; print(x)
x //= 2; print(x)
x **= 3; print(x)
x %= 5; print(x)
y = 6
y &= 3; print(y)
y |= 8; print(y)
y ^= 5; print(y)
y <<= 2; print(y)
y >>= 1; print(y)
a = b = [1]
a += [2]
print(a, b, a is b)
a = a + [3]
print(a, b, a is b)
a *= 2
print(a)
a += "xy"
a += (5,)
a += range(2)
print(a)
t = u = (1,)
t += (2,)
print(t, u)
s = r = "a"
s += "b"
s *= 3
print(s, r)
d = {"k": 1, "l": [1]}
d["k"] += 5
d["l"] += [2]
d["l"][0] -= 1
print(d)
calls = []
def index():
    calls.append("index")
    return 0
def container():
    calls.append("container")
    return a
container()[index()] += 100
print(a[0], calls)
t = ([1], 2)
try:
    t[0] += [9]
except TypeError as error:
    print(error, t)
class Box:
    value = 1
box = Box()
box.value += 5
print(box.value, Box.value)
