x = 5
s = "\d"
y = 1if x else 2
def f():
    try:
        return 1
    finally:
        x is 5
if 0:
    x is 7
while 0:
    x is 8
(x is
  9)
assert (x, "abc")
assert (1, 2)
if 0: assert ()
try: 1[0]
except TypeError: pass
class A:
    def f(self):
        return [1, 2]["a"], "abc"[1.0], "ab"[x, 2], f"{x}"("b"), (lambda: 1)[0], (lambda: 1)(0), None(1), ...[2], {}(1), (1,)["x"], [a for a in x]["x"], (1,2)(3), (x,2)(3), [1](2), 5.0(3), True[1], "a"[True], "a"[None], 5 is not x is 7, x is (), x is (1, 2), x is -5, x is "a" "b", x is f"a", x is None, x is True, x is ..., () is (), [] is [], x is 1+2, "a"["b":"c"], "abc"[(lambda:1)], x is (1,(2, x)), "a" [1](2), "ab%s" (x), x is not "a" == 5, 5 < x is 6
lambda: x is 5
[x is 5 for x in (1,)]
print(5 if x is 5 else 6, not x is 5, x is 5 and x is 6)
if x is 5 and x is 6 or not (x is 7): pass
while x is 6: pass
