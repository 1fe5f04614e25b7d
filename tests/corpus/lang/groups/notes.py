# add_note and __notes__.
def show(f):
    try:
        print("ok", repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


e = ValueError("x")
print(hasattr(e, "__notes__"), e.add_note("one"), e.__notes__, vars(e))
e.add_note("two")
print(e.__notes__, e, repr(e))
show(lambda: e.add_note(5))
show(lambda: e.add_note())
show(lambda: e.add_note("a", "b"))
e.__notes__ = 5
show(lambda: e.add_note("a"))
e.__notes__ = ("t",)
show(lambda: e.add_note("a"))
del e.__notes__
e.add_note("new")
print(e.__notes__)


class Notes(list):
    pass


e.__notes__ = Notes()
e.add_note("in a list's subclass")
print(e.__notes__, type(e.__notes__).__name__)


class Own(Exception):
    @property
    def __notes__(self):
        raise RuntimeError("notes")


show(lambda: Own().add_note("x"))
group = ExceptionGroup("g", [ValueError(1), TypeError(2)])
group.add_note("of the group")
a, b = group.split(ValueError)
a.add_note("of a")
print(group.__notes__, a.__notes__, b.__notes__)
try:
    try:
        raise group
    except* ValueError as e:
        e.add_note("handler")
        raise
    except* TypeError as e:
        raise
except ExceptionGroup as e:
    print(e.__notes__, e.exceptions, e is group)

e = KeyError("shown")
e.add_note("first note")
e.add_note("")
e.add_note("  indented\n\tnote\n\n")


class Text:
    def __str__(self):
        return "an object's str"


class NoText:
    def __str__(self):
        raise ValueError


e.__notes__ += [Text(), NoText(), 7]
raise e
