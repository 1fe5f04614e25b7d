if True: x = 1; y = 2
else: x = 0
def f(a, b=(1,), *c, d=lambda q: q, **e
      ): return (a, b,
                 c)
z = [
    1,

    2, # comment
    # another

]
if x:

    # comment at another indent
  # and another
    w = """
  not code
"""

class A: pass
class B(A,): a = 1; b = 2
lambda: (yield)
t = 1,; u = (2,); v = ()
print(x, y, z, repr(w), f(1, 2, 3, d=4, k=5), t, u, v, B.a + B.b)
print(0xFF, 1_0, 1e1_0, .5, 5., 0o7, 0B1, 00, 0_0, 1 if True else 2)
print(not-1, 1 if(1)else(2), [1,][0], {1: 2,}, (lambda*a, **k: a)(1), -1 ** 2, *(), "a" 'b' """c""")
for i in 1, 2: print(i, end=";")
while 0: pass
else: print("ok")
if (1 and
    2): print("paren")
x = \
  5
print(x); print(x);
pass;
