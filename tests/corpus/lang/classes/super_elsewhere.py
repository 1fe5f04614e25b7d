# `super` under other names, without arguments where there are none, and with wrong ones.


def t(name, do):
    try:
        print(name, "->", repr(do())[:150])
    except BaseException as error:
        print(name, "|", type(error).__name__, str(error)[:200])


# super
def sup(): return super
t('super()', lambda: super()); 
def z(): return super()
t('z', z)
def z1(x): return super()
t('z1', lambda: z1(1))
class A:
    def ok(self): return super().__repr__ is not None
    def val(self):
        s = super
        return s()
    def fn(self):
        return call(super)
    def noarg(): return super()
    def delself(self):
        del self
        return super()
    def reself(self):
        self = 5
        return super()
    def lam(self): return (lambda: super())()
    def lam1(self): return (lambda self: super())(self)
    def comp(self): return [super() for _ in [1]]
    def gexp(self): return list(super() for _ in [1])
    def star(*a): return super().__init__ is not None
    def kw(*, a): return super()
    def cls_(self): return __class__
    def two(self): return super(A), super(A, self).__init__ is not None
    def ev(self): return eval('super()')
    def ev2(self): __class__; return eval('super()')
    def mapped(self): return list(map(super, [A]))
    def cellself(self):
        def inner(): return self
        return super().__init__ is not None
    def kwcall(self): return super(type=A)
    def inner(self):
        class B: x = super()
    def three(self): return super(1, 2, 3)
    def bad(self): return super(5)
    def bad2(self): return super(A, 5)
    def bad3(self): return super(A, list)
    def none(self): return super(A, None).__thisclass__
    def typed(self): return super(None)
    @staticmethod
    def st(): return super()
    @classmethod
    def cm(cls): return super().__new__ is not None
def call(f): return f()
def call1(x, f): return f()
for n in [n for n in vars(A) if not n.startswith('__')]:
    if n == 'noarg': t(n, lambda: A.noarg())
    elif n == 'kw': t(n, lambda: A.kw(a=1))
    else: t(n, getattr(A(), n))
t('unbound', lambda: A.ok(5)); t('call1', lambda: call1(1, super)); t('call', lambda: call(super))
class Early(type):
    def __new__(m, n, b, d):
        d['go'](1) if 'go' in d else 0
        return type.__new__(m, n, b, d)
def mk():
    class E(metaclass=Early):
        def go(self): return super()
t('early', mk)
