import sys
def forever(n):
    return forever(n + 1)
try:
    forever(0)
except RecursionError as error:
    print(type(error).__name__, error)
class Loop:
    def __repr__(self):
        return repr(self)
    def __eq__(self, other):
        return self == other
    def __getattr__(self, name):
        return getattr(self, name + "x")
for action in (lambda: repr(Loop()), lambda: Loop() == 1, lambda: Loop().a):
    try:
        action()
    except RecursionError as error:
        print("RecursionError")
sys.setrecursionlimit(5000)
print(sys.getrecursionlimit())
def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)
print(deep(4000))
for bad in (0, -1, "x", 1):
    try:
        sys.setrecursionlimit(bad)
        print("set")
    except (ValueError, TypeError, RecursionError) as error:
        print(type(error).__name__)
print(deep(100) if sys.getrecursionlimit() > 200 else "low")
