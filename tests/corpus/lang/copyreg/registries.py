"""copyreg.pickle, constructor and extension codes, seen through copy and __reduce_ex__."""
import copy
import copyreg


def attempt(what, function, *args):
    try:
        print(what, "->", function(*args))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Handle:
    """Refuses to be copied by itself."""

    def __init__(self, name, number):
        self.name, self.number = name, number

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot copy {self.name}")


handle = Handle("h", 3)
attempt("before", copy.copy, handle)


def reduce_handle(handle):
    return rebuild, (handle.name, handle.number + 1)


def rebuild(name, number):
    return Handle(name + "'", number)


copyreg.pickle(Handle, reduce_handle)
made = copy.copy(handle)
print(made.name, made.number, copy.deepcopy([handle])[0].number, copyreg.dispatch_table[Handle] is reduce_handle)


class Derived(Handle):
    pass


attempt("not for subclasses", copy.copy, Derived("d", 0))
copyreg.pickle(Handle, lambda handle: "Handle")
print(copy.copy(handle) is handle)
del copyreg.dispatch_table[Handle]
attempt("after", copy.copy, handle)
attempt("no function", copyreg.pickle, Handle, 5)
attempt("no constructor", copyreg.pickle, Handle, reduce_handle, 5)
attempt("constructor", copyreg.constructor, "not callable")
print(copyreg.constructor(rebuild))


class Slots:
    __slots__ = ("a", "__hidden")

    def __init__(self):
        self.a, self.__hidden = 1, 2


class Number(int):
    def __init__(self, value):
        self.extra = "kept"


print(copy.copy(Number(5)).extra, copy.copy(Number(5)) + 1, copy.copy(Slots())._Slots__hidden)
attempt("protocol 0 of slots", Slots().__reduce_ex__, 0)
attempt("protocol 2 of slots", lambda: Slots().__reduce_ex__(2)[2])
attempt("protocol 0 of Number", lambda: Number(5).__reduce_ex__(0)[0] is copyreg._reconstructor)
attempt("protocol 2 of Number", lambda: Number(5).__reduce_ex__(2)[0] is copyreg.__newobj__)
print(copyreg.__newobj__(Number, 7).__class__.__name__, copyreg._reconstructor(Number, int, 8) + 0)
copyreg.add_extension("nowhere", "Thing", 0x1234)
attempt("the same again", copyreg.add_extension, "nowhere", "Thing", 0x1234)
attempt("another code", copyreg.add_extension, "nowhere", "Thing", 0x1235)
attempt("another name", copyreg.add_extension, "nowhere", "Other", 0x1234)
attempt("code 0", copyreg.add_extension, "nowhere", "Zero", 0)
attempt("wrong removal", copyreg.remove_extension, "nowhere", "Thing", 1)
copyreg.remove_extension("nowhere", "Thing", 0x1234)
attempt("removed twice", copyreg.remove_extension, "nowhere", "Thing", 0x1234)
print(copyreg.clear_extension_cache(), complex in copyreg.dispatch_table, copyreg.dispatch_table[complex](1 + 2j))
