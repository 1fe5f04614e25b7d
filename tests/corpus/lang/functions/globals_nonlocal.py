x = "global"
def read(): return x
def shadow():
    x = "local"
    return x
def write():
    global x, fresh
    x = "changed"
    fresh = 1
print(read(), shadow(), x)
write()
print(read(), x, fresh)
def unbound():
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    x = 1
unbound()
def unbound_aug():
    fresh += 1
try:
    unbound_aug()
except UnboundLocalError as error:
    print(error)
def outer():
    x = "outer"
    def inner():
        nonlocal x
        x += "+"
        def innermost():
            nonlocal x
            x += "*"
            def other():
                global x
                x = "via other"
            other()
        innermost()
        return x
    return inner(), x
print(outer(), x)
def free():
    def use():
        return later
    try:
        use()
    except NameError as error:
        print(type(error).__name__, error)
    later = 5
    return use()
print(free())
class C:
    x = "class"
    def m(self):
        return x
    y = x
print(C().m(), C.y)
def delete():
    global fresh
    del fresh
delete()
try:
    fresh
except NameError as error:
    print(error)
