B = 2**70
rs = [range(B), range(B, B+5), range(-B, B, B//3), range(B, -B, -B//3), range(5, B, B), range(0, 10, B), range(2**63-3, 2**63+3), range(2**63-1), range(-2**63, 2**63-1), range(-2**63, 2**63-1, 2**62), range(2**47-3, 2**47+3), range(2**62, 2**62+10, 3), range(10, 0, -B), range(B, B), range(0, -B), range(2**63-5, 2**63-1), range(-2**63+5, -2**63, -1),range(-2**63+5, -2**63-1, -1), range(0,10), range(1,2**46, 2**44)]
for r in rs:
    print(r, bool(r), hash(r) if len(r[:2]) == 2 else hash(r) == hash(r[:]), r.start, r.stop, r.step)
    try: print(len(r))
    except OverflowError as e: print(e)
    try: print(r.__len__())
    except OverflowError as e: print(e)
    for i in (0, 1, 2, -1, -2, 5, B, -B, True):
        try: print(r[i], end=" ")
        except IndexError as e: print(e, end=" ")
    print()
    for s in (slice(None), slice(1, None), slice(None, -1), slice(None, None, -1), slice(1, 5, 2), slice(5, 1, -2), slice(B, None), slice(None, B, B), slice(-B, B, -B), slice(-1, -5, -1), slice(None, None, 2**63-1)):
        print(r[s], end=" ")
    print()
    for x in (0, 5, B, B+4, -B, 2**63, 2**63-1, -2**63, 5.0, float(B), True, None, "x", 2.5, float("inf"), float("nan")):
        if isinstance(x, int) or len(r[:1000]) < 20 : print(x in r, r.count(x), end=" ")
    print()
    for x in (0, 1, B, B+4, 2**63):
        try: print(r.index(x), end=" ")
        except ValueError as e: print(e, end=" ")
    print()
    it = iter(r); print(type(it).__name__ if len(str(r)) < 11 else "", [y for _, y in zip(range(3), it)], it.__length_hint__() if it.__length_hint__() < 2**62 else "")
    it = reversed(r); print([y for _, y in zip(range(7), it)], list(it)[:3] if it.__length_hint__() < 20 else "")
    print([r == q for q in rs].index(True), sum(r == q for q in rs))
for i in range(2**63 - 2, 2**63 + 2): print(i, end=" ")
for i in range(2**47 - 2, 2**47 + 2): print(i, end=" ")
for i in range(-2**47 + 2, -2**47 - 2, -1): print(i, end=" ")
for i in range(B, B + 10*B, 4*B): print(i, end=" ")
print(sum(range(B, B+3)), max(range(B, B+3)), tuple(range(B, B+2)), sorted(range(B, B-3, -1)), [*range(B, B+2)])
a, b, *c = range(B, B+5); print(a, b, c)
for f in (list, tuple, sorted):
    try: f(range(B))
    except OverflowError as e: print(e)
print(type(iter(range(B))), type(iter(range(2**50, 2**51))), type(iter(range(2**63))), type(reversed(range(B))), type(iter(range(2**63-1, 2**63-1))), type(iter(range(2**63-1))), type(iter(range(0, 2**63-1, 2))), type(iter(range(-2**63, 2**63-1))))
print(type(iter("")), type(iter("abc")), type(iter("ä")), type(iter("日")), range(10)[::2**70], {range(B): 1}[range(B)])
class I:
    def __index__(self): return 2**65
print(range(I()), range(I())[I() - 1] if 0 else "", I() .__index__() in range(2**66))
try: range(0, 1, 0)
except ValueError as e: print(e)
try: range(B)[1:2:0]
except ValueError as e: print(e)
try: range(B)["a"]
except TypeError as e: print(e)
try: range(B)["a":]
except TypeError as e: print(e)
def g(n):
    t = 0
    for x in range(n, n + 3): t += x
    return t
print(g(1), g(B), g(2**47), g(5), g(2**63-2), g(1))
print(list(enumerate(range(B, B+2))), list(zip(range(B, B+2), range(3))), range(B) == range(B), range(B) != range(B+1), range(B) == 5)
try: range(B) < range(B)
except TypeError as e: print(e)
import sys
try: print(len(range(sys.maxsize, sys.maxsize+10)), len(range(-2**63, 2**63-1)))
except OverflowError as e: print(e)
