# A nan in a list is found by identity.
class Eq:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        print("eq", self.n, getattr(other, "n", other))
        return isinstance(other, Eq) and self.n == other.n
a = [Eq(1), Eq(2), Eq(3)]
print(Eq(2) in a)
print(a.index(Eq(3)), a.count(Eq(1)))
print(a == [Eq(1), Eq(5), Eq(3)])
print(a[0] in a, a == a)
a.remove(Eq(2))
print(len(a), 5 in a)
class Never:
    def __eq__(self, other):
        return False
n = Never()
print(n == n, n in [n], [n] == [n], (n,) == (n,), {"k": n} == {"k": n}, [n].count(n), [n].index(n), n != n)
nan = float("nan")
print(nan in [nan], [nan] == [nan], float("nan") in [nan], [nan].count(nan), [nan].index(nan))
