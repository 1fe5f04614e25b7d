print(type(1), type(1.0), type(""), type(None), type([]), type(()), type({}), type(True), type(len), type(lambda: 0), type(int), type(range(1)), type(slice(1)), type(iter("")), type(x for x in ()), type(NotImplemented), type(ValueError()), type(type), type(zip()), type({}.items()))
class C: pass
class D(C): pass
d = D()
print(type(d) is D, isinstance(d, C), isinstance(d, (int, C)), isinstance(d, D), isinstance(C(), D), isinstance(D, type), isinstance(1, (str, (float, int))), isinstance(None, type(None)), isinstance(True, int), isinstance(1.0, int))
print(type(d).__name__, D.__name__, D.__bases__ == (C,), d.__class__.__name__, C, D, int, [str, None])
for bad in (1, "int", (int, 5), [int], None):
    try:
        print(isinstance("x", bad))
    except TypeError as error:
        print(error)
print(int("5") + int(2.9), float("1"), str(5), bool("x"), list("ab"), tuple([1]), dict(a=1), type("")(5), type([])("xy"))
for name in ("upper", "nope", "__len__"):
    print(hasattr("", name), hasattr(5, name), getattr("abc", name, None) is not None)
o = C()
setattr(o, "x y", 5)
setattr(o, "z", 6)
print(getattr(o, "x y"), o.z, hasattr(o, "q"), getattr(o, "q", "default"), getattr("a", "upper")())
for action in (lambda: getattr(o, "q"), lambda: getattr(o, 5), lambda: setattr(5, "x", 1), lambda: setattr(o, 5, 1), lambda: hasattr(o, 5), lambda: setattr(int, "x", 1), lambda: getattr(o), lambda: (5).x, lambda: "a".foo, lambda: None.bar, lambda: [].baz, lambda: C.qux, lambda: len.quux, lambda: (lambda: 0).corge, lambda: setattr("", "upper", 1), lambda: int.foo):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
