# What is thrown into a generator has the context of the generator, not of its callers.
def g():
    try:
        yield 1
    except KeyError as e:
        print('in', repr(e), repr(e.__context__))
        yield 2
def h():
    yield 1
x=g(); next(x)
try:
    1/0
except ZeroDivisionError:
    x.throw(KeyError('a'))
y=h(); next(y)
try:
    1/0
except ZeroDivisionError:
    try: y.throw(KeyError('b'))
    except KeyError as e: print(repr(e.__context__))
def k():
    try: raise ValueError
    except ValueError: yield 1
z=k(); next(z)
try: z.throw(KeyError('c'))
except KeyError as e: print(repr(e.__context__))
z=k(); next(z)
try: 1/0
except ZeroDivisionError:
    try: z.throw(KeyError('c'))
    except KeyError as e: print(repr(e.__context__))
def m():
    yield from h()
w=m(); next(w)
try: 1/0
except ZeroDivisionError:
    try: w.throw(KeyError('c'))
    except KeyError as e: print(repr(e.__context__))
