# What the registries refuse, and how reductions fail.
import copy
import copyreg


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


class Odd:
    pass


def broken(odd):
    raise LookupError('cannot take it apart')


attempt(copyreg.pickle, Odd, 'not callable')
attempt(copyreg.pickle, Odd, broken, 'not callable')
attempt(copyreg.constructor, None)
attempt(copyreg.constructor, Odd)
copyreg.pickle(Odd, broken)
attempt(copy.copy, Odd())
attempt(copy.deepcopy, {'odd': Odd()})
copyreg.pickle(Odd, lambda odd: 'a name: the object itself')
odd = Odd()
print(copy.copy(odd) is odd, copy.deepcopy(odd) is odd)
copyreg.pickle(Odd, lambda odd: (5, ()))
attempt(copy.copy, odd)
copyreg.pickle(Odd, lambda odd: (divmod, (7, 2)))
print(copy.copy(odd))
copyreg.pickle(Odd, lambda odd: (list, (), None, iter([1, 2])))
print(copy.copy(odd), copy.deepcopy([odd]))
copyreg.pickle(Odd, lambda odd: (dict, (), None, None, iter([(1, 2)])))
print(copy.copy(odd), copy.deepcopy([odd]))
del copyreg.dispatch_table[Odd]
print(copy.copy(odd) is odd)
for code in (0, -1, 0x80000000, 'x', '12', None):
    attempt(copyreg.add_extension, 'a', 'b', code)
attempt(copyreg.add_extension, 'a', 'c', 12)
attempt(copyreg.add_extension, 'a', 'b', 13)
attempt(copyreg.remove_extension, 'a', 'b', 13)
attempt(copyreg.remove_extension, 'never', 'there', 1)
attempt(copyreg.remove_extension, 'a', 'b', 12)
attempt(copyreg.clear_extension_cache)
attempt(copyreg.__newobj__, object, 1)
attempt(copyreg.__newobj_ex__, int, ('x',), {})
