def f():
    len = lambda x: "shadowed"
    return len([1])
print(f(), len([1]))
len_ = len
len = 5
print(len, len_("abc"))
del len
print(len("abc"))
def g(print=print, str=str):
    print(str(5))
g()
class C:
    int = float
    def m(self): return int("5")
print(C.int("5"), C().m())
str = repr
print(str("a"))
del str
print(str("a"))
ValueError_ = ValueError
class ValueError(ValueError_): pass
try:
    int("x")
except ValueError:
    print("own")
except ValueError_:
    print("builtin")
try:
    del sorted
except NameError as error:
    print(error)
abs = None
try:
    abs(1)
except TypeError as error:
    print(error)
