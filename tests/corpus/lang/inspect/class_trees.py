"""getmro, getclasstree, walktree: hierarchies of classes as nested lists."""
import inspect


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Animal: pass
class Mammal(Animal): pass
class Bird(Animal): pass
class Bat(Mammal): pass
class Winged: pass
class FlyingFox(Bat, Winged): pass
class Griffin(Bird, Mammal): pass


def show(tree, depth=0):
    for entry in tree:
        if isinstance(entry, list):
            show(entry, depth + 1)
        else:
            cls, bases = entry
            print("   " * depth + cls.__name__, [base.__name__ for base in bases])


print([cls.__name__ for cls in inspect.getmro(FlyingFox)])
print([cls.__name__ for cls in inspect.getmro(Griffin)], inspect.getmro(bool), inspect.getmro(object))
ALL = [Animal, Mammal, Bird, Bat, Winged, FlyingFox, Griffin]
print("all")
show(inspect.getclasstree(ALL))
print("each once")
show(inspect.getclasstree(ALL, unique=True))
print("a part, whose bases are brought in")
show(inspect.getclasstree([FlyingFox, Bird]))
print("errors of the built-ins")
show(inspect.getclasstree([KeyError, IndexError, ZeroDivisionError, OverflowError, LookupError]))
print("an order of its own")
show(inspect.getclasstree([object, bool, int]))
print(inspect.getclasstree([]), inspect.getclasstree([object]))
print("walktree")
children = {Animal: [Mammal, Bird], Mammal: [Bat]}
show(inspect.walktree([Animal, Winged], children, None))
attempt("getclasstree of an instance", lambda: inspect.getclasstree([Animal()]))
attempt("getclasstree", lambda: inspect.getclasstree())
attempt("walktree", lambda: inspect.walktree([Animal], {}))
attempt("walktree of numbers", lambda: inspect.walktree([2, 1], {}, None))
attempt("getmro", lambda: inspect.getmro(Animal()))
