# Bases that are no classes.
def t(e):
    try: print(e, '=>', repr(eval(e)))
    except Exception as x: print(e, '=>', type(x).__name__, x)
class A: pass
class M(type): pass
class B(A, metaclass=M): pass
class L(list[int]): pass
print(L.__mro__, L.__orig_bases__, L.__bases__)
class E:
    def __mro_entries__(self, bases):
        print("entries", bases == (e,))
        return (A, dict)
e = E()
class X(e): pass
print(X.__bases__, X.__orig_bases__ == (e,))
try: type("Q", (e,), {})
except TypeError as x: print(x)
class G:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(G[1], G[1, 2])


class TwoBases:
    def __mro_entries__(self, bases):
        return ()


class Empty(TwoBases()):
    pass


print(Empty.__bases__, len(Empty.__orig_bases__))


class BadEntries:
    def __mro_entries__(self, bases):
        return [A]


try:
    class Wrong(BadEntries()):
        pass
except TypeError as x:
    print(x)
try:
    class Wrong2(5):
        pass
except TypeError as x:
    print(type(x).__name__)


class WithMeta(dict[str, int], metaclass=M):
    size = 1

    def get_size(self):
        return __class__.size


w = WithMeta(a=1)
print(w, w.get_size(), type(WithMeta).__name__, WithMeta.__orig_bases__, w['a'])
print(hasattr(A, '__orig_bases__'), issubclass(WithMeta, dict))
