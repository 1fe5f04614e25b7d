# Proxies in all their uses, and what is left when their object is gone.
import gc
import operator
import weakref


class Vector:
    def __init__(self, *parts):
        self.parts = list(parts)

    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self.parts, other.parts)))

    def __eq__(self, other):
        return self.parts == other.parts

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, at):
        return self.parts[at]

    def __setitem__(self, at, value):
        self.parts[at] = value

    def __iter__(self):
        return iter(self.parts)

    def __contains__(self, value):
        return value in self.parts

    def __bool__(self):
        return any(self.parts)

    def __str__(self):
        return f"<{', '.join(map(str, self.parts))}>"

    def __neg__(self):
        return Vector(*(-part for part in self.parts))

    def __iadd__(self, other):
        self.parts = [a + b for a, b in zip(self.parts, other.parts)]
        return self

    def __enter__(self):
        return "entered"

    def __exit__(self, *args):
        return True


class Adder:
    def __init__(self, start):
        self.start = start

    def __call__(self, value, *, twice=False):
        return self.start + value * (1 + twice)


def fails(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, str(error).replace("weakref.", ""))


vector, adder = Vector(1, 2, 3), Adder(10)
proxy, calling = weakref.proxy(vector), weakref.proxy(adder)
print(type(proxy) is weakref.ProxyType, type(calling) is weakref.CallableProxyType, weakref.ProxyTypes == (weakref.ProxyType, weakref.CallableProxyType))
print(isinstance(proxy, weakref.ProxyTypes), isinstance(proxy, Vector), proxy.__class__ is Vector, callable(proxy), callable(calling))
print(proxy + proxy, -proxy, len(proxy), proxy[1], proxy[-1], list(proxy), 2 in proxy, bool(proxy), str(proxy), proxy == Vector(1, 2, 3))
proxy[0] = 9
proxy.label = "set through the proxy"
print(vector.parts, vector.label, proxy.parts is vector.parts, hasattr(proxy, "nothing"))
alias = proxy
alias += Vector(1, 1, 1)
print(type(alias).__name__, vector.parts)
print(calling(5), calling(5, twice=True), calling.start)
fails(calling)
fails(proxy, 1)
fails(hash, proxy)
fails(lambda: proxy.nothing)
fails(operator.sub, proxy, proxy)
fails(weakref.proxy, 5)
fails(weakref.proxy, vector, None)
print(weakref.proxy(vector) is proxy, weakref.proxy(vector, print) is proxy, weakref.getweakrefcount(vector) >= 1)
del proxy.label
print("label" in vars(vector))
seen = []
watched = weakref.proxy(adder, lambda dead: seen.append(type(dead).__name__))
del adder, vector, alias
gc.collect()
print(seen)
for use in (lambda: calling(1), lambda: proxy.parts, lambda: proxy + proxy, lambda: len(proxy), lambda: bool(proxy), lambda: str(proxy),
            lambda: setattr(proxy, "x", 1), lambda: proxy == proxy, lambda: 1 in proxy, lambda: iter(proxy), lambda: watched.start):
    fails(use)
fails(weakref.ProxyType)
fails(weakref.CallableProxyType, lambda: 0)
