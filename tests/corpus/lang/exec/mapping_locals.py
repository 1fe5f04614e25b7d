# Locals that are any mapping.
class Trace:
    def __init__(self):
        self.d = {}

    def __getitem__(self, key):
        print("get", key)
        return self.d[key]

    def __setitem__(self, key, value):
        print("set", key)
        self.d[key] = value

    def __delitem__(self, key):
        print("del", key)
        del self.d[key]


m = Trace()
exec("v = 1\nw = v + 1\nprint(w)\ndel v\nclass K: pass\nimport sys", {}, m)
print(sorted(m.d))
exec("u: int = 3", {}, m)
print(m.d['__annotations__'])
exec("def f(a): return a\nprint(f(2))", {}, m)
try:
    exec("del nope", {}, m)
except NameError as e:
    print(e)
try:
    eval("missing", {}, m)
except NameError as e:
    print(e)


class Missing(dict):
    def __missing__(self, key):
        return key.upper()


print(eval("foo + bar", {}, Missing()))
print(eval("foo", {'foo': 1}, Missing(foo=2)))


class Bad:
    def __getitem__(self, key):
        raise ValueError(key)


try:
    eval("foo", {}, Bad())
except ValueError as e:
    print('ValueError', e)
try:
    exec("foo = 1", {}, Bad())
except TypeError as e:
    print(e)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Order()

    def __new__(mcs, name, bases, ns):
        return super().__new__(mcs, name, bases, dict(ns))


class Order(dict):
    def __setitem__(self, key, value):
        if not key.startswith('__'):
            print("body", key)
        super().__setitem__(key, value)


class Made(metaclass=Meta):
    one = 1
    two = one + 1

    def three(self):
        return self.two


print(Made().three())
for args in [("1", 1), ("1", {}, 1), ("1", []), ("1", None, 5), (1,), (None,)]:
    for run in (exec, eval):
        try:
            print(run(*args))
        except TypeError as e:
            print(run.__name__, e)
