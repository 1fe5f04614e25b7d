def f(a, b=1, *, c=2):
    "The doc."
    return a
print(f.__name__, f.__doc__, f.__defaults__, f.__kwdefaults__)
f.note = "x"
f.count = 0
f.count += 1
print(f.note, f.count, hasattr(f, "note"), getattr(f, "other", "no"))
del f.note
print(hasattr(f, "note"))
try:
    f.note
except AttributeError as error:
    print(error)
g = lambda: 0
print(g.__name__, (lambda x: x).__name__, g.__doc__)
def nodoc(): pass
print(nodoc.__doc__, nodoc.__qualname__)
class C:
    "class doc"
    def m(self):
        """method doc"""
print(C.__doc__, C.m.__doc__, C.m.__name__, C.m.__qualname__, C().m.__name__, C.__name__, C.__qualname__)
def outer():
    def inner(): pass
    return inner
print(outer().__qualname__, type(f).__name__, type(g).__name__, type(C().m).__name__, type(len).__name__, len.__name__, [].append.__name__)
print(__name__, f.__module__, C.__module__)
