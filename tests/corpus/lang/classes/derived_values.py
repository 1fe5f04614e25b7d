class L(list):
    def __init__(self, *a, tag=None):
        super().__init__(*a); self.tag = tag
l = L([3, 1, 2], tag="x")
l.sort(); l += [9]; print(l, l.tag, type(l).__name__, l[1:], type(l[1:]).__name__, l + [1], [0] + l, l * 2, 2 * l, l == [1, 2, 3, 9], [1, 2, 3, 9] == l, l < [2], len(l), 3 in l, list(l), sorted(l, reverse=True), sum(l), l.index(3), l.copy(), type(l.copy()).__name__)
l[0] = 5; l[1:2] = [7, 8]; del l[-1]; print(l, bool(L()), l.pop(), l.__len__(), repr(l), str(l), f"{l}", "%s" % l, "%s %s" % tuple(l[:2]))
l.append(l); print(l); l.pop()
a, *b = l; print(a, b)
for i, x in enumerate(l): print(i, x, end=" ")
print()
try: hash(l)
except TypeError as e: print(e)
try: l["a"]
except TypeError as e: print(e)
try: l + 5
except TypeError as e: print(e)
try: l[99]
except IndexError as e: print(e)
print(list(map(str, l)), list(zip(l, l)), max(l), isinstance(l, list), issubclass(L, list), L.__mro__, L.__base__)
class D(dict):
    def __missing__(self, k): return k + "!"
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
d = D(a=1); d["b"] = 2; print(d, d["zz"], d.get("zz"), "a" in d, len(d), list(d), d.items(), d == {"a": 1, "b": 4}, d.pop("a"), dict(d), {**d}, d | {"q": 1}, type(d | {}).__name__)
d |= {"w": 1}; print(d, type(d).__name__); d.x = 5; print(d.x, d.__dict__, vars(d))
def f(**k): return k
print(f(**d), D.fromkeys("ab", 1), type(D.fromkeys("ab", 2)).__name__, D([(1, 2)]), d.setdefault("n", 3), sorted(d))
try: {}[D()]
except TypeError as e: print(e)
class S(str):
    def __new__(cls, v, extra=0):
        s = super().__new__(cls, v); s.extra = extra; return s
s = S("abc", 5); print(s, s.extra, s.upper(), type(s.upper()).__name__, s + "d", "z" + s, s * 2, s == "abc", "abc" == s, s < "b", {s: 1}["abc"], {"abc": 2}[s], hash(s) == hash("abc"), len(s), s[0], s[::-1], ",".join([s, s]), "xabcx".find(s), "b" in s, s in "xabc", f"{s:>5}", "%s" % s, repr(s), list(s), s.split("b"), int(S("12")), float(S("1.5")), isinstance(s, str), "abc".replace(s, "q"), s.startswith(S("a")), getattr(s, S("extra")), type(str(s)).__name__, sorted([S("b"), "a"]), s.join(["1", "2"]), "a%sb" % (s,), s % (), s.format())
class I(int):
    def __add__(self, o): return I(int(self) + int(o) + 100)
    def __eq__(self, o): return False
    __hash__ = int.__hash__
    def __bool__(self): return False
i = I(5); print(i + 1, 1 + i, i - 1, i * 2, -i, ~i, abs(i), i == 5, 5 == i, i != 5, i < 6, bool(i), range(i), [1, 2, 3, 4, 5, 6][i], "%d" % i, f"{i:03d}", divmod(i, 2), pow(i, 2), i ** 2, 2 ** i, i // 2, i / 2, i & 4, i << 1, int(i), type(int(i)).__name__, float(i), round(i), hash(i), i.bit_length(), i.real, type(i.real).__name__, str(i), [i], I("ff", 16), I(2**70) * 2, sum([i, i]), max(i, 3), list(range(I(3))), "a" * I(3), [0] * I(2), chr(I(65)), 10 % I(3), isinstance(i, int))
class F(float):
    def __repr__(self): return "F" + super().__repr__()
f1 = F("1.5"); print(f1, f1 + 1, 1 + f1, f1 * f1, f1 > 1, int(f1), round(f1), f"{f1:.2f}", -f1, f1.is_integer(), {1.5: "v"}.get(f1), hash(f1) == hash(1.5), max([f1, 2]), F(3) == 3, f1.hex())
class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def first(self): return self[0]
t = T(1, 2); print(t, t.first, t + (3,), (0,) + t, t == (1, 2), hash(t) == hash((1, 2)), {t: 1}[(1, 2)], len(t), list(t), t[0:1], t.index(2), t * 2, "%s-%s" % t, isinstance(t, tuple), sorted([T(2, 1), (1, 5)]), t < (1, 3), (lambda *a: a)(*t))
x, y = t; print(x, y)
class P(int):
    def __new__(cls, v): return int.__new__(cls, v)
    def __radd__(self, o): return "radd"
print(1 + P(2), P(2) + 1, [P(1), 2].index(1))
class E(list): pass
class G(E):
    def __len__(self): return 42
g = G([1]); print(len(g), g, bool(g), list(g), E([1]) == G([1]), E() == [], not E())
try:
    class Bad(int, str): pass
except TypeError as e: print(e)
class Mix:
    def hello(self): return "hi " + str(self)
class MI(Mix, int): pass
print(MI(3).hello(), MI.__bases__, MI.__mro__)
try: int.__new__(str, 3)
except TypeError as e: print(e)
try: list.append(3, 4)
except TypeError as e: print(e)
print(list.__len__(l), dict.__getitem__(d, "b"), int.__add__(i, 2), str.upper(s), list.__repr__(l))
def gen(): yield from l
print(list(gen()), [*l], 0, dict(L([(1, 2)])), list(reversed(l)), any(l), all(l))
class SD(str):
    def __str__(self): return "custom"
print(SD("x"), f"{SD('x')}", str(SD("x")), "%s" % SD("x"), repr(SD("x")), SD("x") + "", "".join([SD("x")]))
class LK(list):
    def __getitem__(self, i): return "item"
print(LK([1])[0], list(LK([1])), LK([1, 2]).__getitem__(5))
