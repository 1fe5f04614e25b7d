x = 5
try:
    x is 5
finally:
    x is 7
for i in (1,):
    try:
        continue
    finally:
        x is 8
def f(a=x is 1, *, b: (x is 3)=x is 2) -> (x is 4):
    x is 5
    class C(x is 6 or object):
        y = x is 7
        z = lambda: x is 8
    def g(): x is 9
    return [x is 10 for x in [x is 11] if x is 12]
[x is 1 for x in (x is 2,) if x is 3]
@(lambda f: x is 4 or f)
def k(): x is 5
{(x is 1): (x is 2)}
(x is 1)(2) if 0 else 3
try: pass
except (x is 1): pass
x = (x is 1) + 1
print(f"{x is 2} {1 is 3}")
while x is 3 and x is not 4:
    while x is 5: break
    break
while (lambda: x is 6)() : x = 0; break
else:
    x is 7
not (x is 1 is 2)
not not x is 2
if not x is 2: pass
assert x is not 3, x is 4
del x
