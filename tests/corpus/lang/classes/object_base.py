class A(object):
    def __init__(self):
        super().__init__()
        self.v = 1
    def __str__(self): return "A!"
a = A()
print(a, str(a), a.v, isinstance(a, object), isinstance(5, object), A.__bases__ == (object,), object.__name__, type(object()) is object)
class Plain: pass
text = repr(Plain())
print(text.startswith("<__main__.Plain object at 0x"), text.endswith(">"), str(Plain()).startswith("<__main__.Plain"))
print(Plain, repr(Plain), f"{A}", A.m if hasattr(A, "m") else "no m", type(A), type(type(A)))
class Bad(5 if False else dict): pass
print(Bad(), Bad(a=1))
for f in (lambda: object(1), lambda: object().x, lambda: setattr(object(), "x", 1)):
    try: print(f())
    except Exception as error: print(type(error).__name__, error)
try:
    class X(5): pass
except TypeError as error: print(error)
try:
    class Y(bool): pass
except TypeError as error: print(error)
try:
    class Z(range): pass
except TypeError as error: print(error)
try:
    class W(unknown_base): pass
except NameError as error: print(error)
