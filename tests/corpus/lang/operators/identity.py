a = [1]
b = a
print(a is b, a is [1], a == [1], a is not b, None is None, a is not None)
print(type(1) is int, type("") is str, type([]) is list, type(None) is type(None), type(type) is type)
x = y = 1000000
print(x is y, () == (), print is print, len is not print)
class C:
    pass
c = C()
print(c is c, c == c, c == C(), c != C(), C is C, type(c) is C, c.__class__ is C)
def f():
    pass
g = f
print(g is f, g == f, f != None, True is True, True is not False)
s = "abc"
t = s
print(s is t, s[:] == s, [].append == [].append)
print(a in [b], [1] in [a], None in [0, None], 0 in [False], "" in "", "bc" in "abcd", 3 not in (1, 2))
