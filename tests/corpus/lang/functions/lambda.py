add = lambda a, b=10: a + b
print(add(1), add(1, 2), (lambda: None)(), (lambda *a: a)(1, 2), (lambda x: lambda y: x + y)(1)(2))
print(sorted([3, -1, 2], key=lambda v: -v), list(map(lambda x, y: x * y, [1, 2], [3, 4])), list(filter(lambda x: x % 2, range(6))))
fs = [lambda: i for i in range(3)]
gs = [lambda i=i: i for i in range(3)]
print([f() for f in fs], [g() for g in gs])
compose = lambda *fns: (lambda x: x) if not fns else lambda x: fns[0](compose(*fns[1:])(x))
print(compose(lambda x: x + 1, lambda x: x * 2)(5))
Y = lambda f: (lambda x: x(x))(lambda x: f(lambda v: x(x)(v)))
print(Y(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(10))
print((lambda x: (yield x))(3).__next__(), (lambda a, *b, c=3, **d: (a, b, c, d))(1, 2, e=4))
church = lambda n: lambda f: lambda x: x if n == 0 else f(church(n - 1)(f)(x))
print(church(7)(lambda v: v + 1)(0), (lambda: (1, 2))(), [*map(lambda t: t[0], [(1, 2)])])
