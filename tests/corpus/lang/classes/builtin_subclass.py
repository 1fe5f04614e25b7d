class MyInt(int):
    def double(self): return MyInt(self * 2)
    def __repr__(self): return f"MyInt({int(self)})"
class MyList(list):
    def __init__(self, *a):
        super().__init__(a)
    def first(self): return self[0]
    def append(self, x):
        super().append(x)
        super().append(x)
class MyStr(str):
    def shout(self): return self.upper() + "!"
class MyFloat(float): pass
n = MyInt(5)
print(n, n.double(), n + 1, type(n + 1).__name__, n == 5, [n], f"{n}", isinstance(n, int), {5: "x"}[n], n > 3, -n, "abc"[MyInt(1)])
l = MyList(1, 2)
l.append(3)
print(l, l.first(), len(l), l == [1, 2, 3, 3], type(l[:2]).__name__, type(l + [1]).__name__, l[-1], sorted(l), isinstance(l, list))
s = MyStr("hi")
print(s, s.shout(), type(s.upper()).__name__, s + "x", type(s + "x").__name__, {"hi": 1}[s], s == "hi", len(s))
f = MyFloat(1.5)
print(f, f * 2, type(f * 2).__name__, round(f), f == 1.5)
l.tag = "attr"
n.tag = 1
print(l.tag, n.tag, l.__dict__)
class Stack(list):
    def push(self, x): self.append(x)
    def __len__(self): return 99
st = Stack([1])
st.push(2)
print(st, len(st), bool(st), list(st))
class E(Exception):
    def __init__(self, code): self.code = code
e = E(5)
print(e.code, e.args, repr(e), str(e))
try: (1).tag = 2
except AttributeError as error: print(error)
