class Dyn:
    def __init__(self): self.real = 1
    def __getattr__(self, name):
        if name.startswith("dyn_"): return name[4:]
        raise AttributeError(f"no {name} here")
d = Dyn()
print(d.real, d.dyn_x, hasattr(d, "dyn_y"), hasattr(d, "other"), getattr(d, "other", "dflt"))
try: d.other
except AttributeError as error: print(error)
class Log:
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)
l = Log()
l.a = 1
l.a += 1
print(l.a)
del l.a
try: del l.a
except AttributeError as error: print(error)
setattr(l, "b", 3)
class Priv:
    def __init__(self):
        self.__secret = 5
        self._semi = 6
    def get(self): return self.__secret
p = Priv()
print(p.get(), p._semi, p._Priv__secret, p.__dict__)
try: p.__secret
except AttributeError as error: print(error)
class Sub(Priv):
    def __init__(self):
        super().__init__()
        self.__secret = 7
print(Sub().get(), sorted(Sub().__dict__))
class Order: pass
o = Order()
for n in "zxy": setattr(o, n, n)
del o.x
o.x = 1
print(o.__dict__, list(o.__dict__))
o.__dict__["w"] = 5
print(o.w)
many = Order()
for i in range(60): setattr(many, f"a{i}", i)
print(sum(many.__dict__.values()), many.a59, len(many.__dict__))
class Base:
    x = 1
class Derived(Base): pass
b = Derived()
print(b.x); Base.x = 2
print(b.x); Derived.x = 3
print(b.x); b.x = 4
print(b.x); del b.x
print(b.x); del Derived.x
print(b.x); del Base.x
try: b.x
except AttributeError as error: print(error)
try: Derived.x
except AttributeError as error: print(error)
