# AttributeErrors of `__getattr__`, `__getattribute__` and properties: the name and the object that they are told.


def t(name, do):
    try:
        print(name, "->", repr(do())[:150])
    except BaseException as error:
        print(name, "|", type(error).__name__, str(error)[:200])


class G:
    def __getattr__(self, n): raise AttributeError
class G2:
    def __getattr__(self, n): raise AttributeError(n)
class G3:
    def __getattr__(self, n): raise AttributeError('msg', 2)
class G4:
    @property
    def p(self): raise AttributeError('inner')
class G5(G4):
    def __getattr__(self, n): return ('got', n)
class G6:
    def __getattribute__(self, n): raise AttributeError('ga')
class G7(G6):
    def __getattr__(self, n): raise KeyError(n)
for c in [G, G2, G3, G4, G5, G6, G7]:
    o = c()
    t(c.__name__, lambda: o.p); t(c.__name__, lambda: getattr(o, 'p', 9)); t(c.__name__, lambda: hasattr(o, 'p')); t(c.__name__, lambda: o.p()); 
    try: o.p
    except AttributeError as e: print(e.name, e.obj is o, e.args, e.__context__)
    except Exception as e: print(repr(e), repr(e.__context__))
    for op in [lambda: len(o), lambda: iter(o), lambda: o + 1, lambda: o[0], lambda: o(), lambda: 1 in o, lambda: f'{o:x}']:
        t(c.__name__, op)
