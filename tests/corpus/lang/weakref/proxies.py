# Proxies pass everything on until their object is gone; methods have references of their own.
import gc
import weakref


class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return Number(self.value + getattr(other, "value", other))

    def __eq__(self, other):
        return self.value == getattr(other, "value", other)

    def __lt__(self, other):
        return self.value < other

    def __len__(self):
        return self.value

    def __getitem__(self, index):
        return index * self.value

    def __contains__(self, item):
        return item == self.value

    def __bool__(self):
        return True

    def __str__(self):
        return f"<{self.value}>"

    def __call__(self, *args):
        return args, self.value

    def method(self):
        return self.value


number = Number(3)
proxy = weakref.proxy(number)
print(type(proxy) is weakref.CallableProxyType, proxy.value, proxy.method(), str(proxy))
proxy.value = 4
print(number.value, (proxy + 1).value, (proxy + proxy).value, proxy == 4, proxy < 5, len(proxy))
print(proxy[2], 4 in proxy, bool(proxy), proxy(1, 2), isinstance(proxy, Number))
proxy.extra = "set"
del proxy.extra
print(hasattr(number, "extra"), proxy.__class__ is Number)
gc.collect()
keep = type("Plain", (), {"x": 1})()
plain = weakref.proxy(keep)
print(type(plain) is weakref.ProxyType, type(plain) in weakref.ProxyTypes, plain.x)
for action in (lambda: plain(), lambda: hash(plain), lambda: next(plain), lambda: plain.y,
               lambda: weakref.proxy(3), lambda: weakref.proxy()):
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__)
called = []
watched = weakref.proxy(number, lambda p: called.append(p is watched))
del number
gc.collect()
print(called)
for action in (lambda: proxy.value, lambda: proxy + 1, lambda: str(proxy), lambda: bool(proxy)):
    try:
        action()
    except ReferenceError as error:
        print(error)

other = Number(7)
method = weakref.WeakMethod(other.method)
print(method()(), method == weakref.WeakMethod(other.method))
gone = []
watched_method = weakref.WeakMethod(other.method, gone.append)
del other
gc.collect()
print(method() is None, len(gone), gone[0] is watched_method)
try:
    weakref.WeakMethod(print)
except TypeError as error:
    print(error)
reference = weakref.ref(Number)
print(reference() is Number, isinstance(reference, weakref.ReferenceType),
      weakref.getweakrefcount(Number) >= 1, reference in weakref.getweakrefs(Number))
try:
    weakref.getweakrefs()
except TypeError as error:
    print(type(error).__name__)
