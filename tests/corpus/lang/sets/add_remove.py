# add, discard, remove, pop, clear, copy, update and their errors.
s = set()
print(s.add(1), s)
s.add(1)
s.add(2)
print(sorted(s), len(s))
print(s.discard(1), s, s.discard(99), s)
print(s.remove(2), s)
try:
    s.remove(2)
except KeyError as e:
    print('KeyError', e, e.args)
try:
    s.remove((1, 2))
except KeyError as e:
    print('KeyError', e, e.args)
try:
    s.pop()
except KeyError as e:
    print('KeyError', e, e.args)
s.add('only')
print(s.pop(), s)
s.update([1, 2], (3,), {4: 5}, 'ab', {6}, frozenset([7]), range(8, 10))
print(sorted(s, key=str))
print(s.update(), s.clear(), s, len(s))
c = {1, 2}
d = c.copy()
d.add(3)
print(sorted(c), sorted(d), c.clear(), sorted(d))
for bad in ([], {}, {1: 2}, [1]):
    for name in ('add', 'discard', 'remove', '__contains__'):
        try:
            print(getattr(set(), name)(bad))
        except TypeError as e:
            print(name, 'TypeError', e)
try:
    {[]}
except TypeError as e:
    print(e)
try:
    {1, *[[2]]}
except TypeError as e:
    print(e)
try:
    set([1, {}])
except TypeError as e:
    print(e)
try:
    {*5}
except TypeError as e:
    print(e)
try:
    {1, *None}
except TypeError as e:
    print(e)
for make in (set, frozenset):
    for args in ((1,), (None,), (1, 2), ([1], [2], [3])):
        try:
            print(make(*args))
        except TypeError as e:
            print(make.__name__, e)
    try:
        make(a=1)
    except TypeError as e:
        print(make.__name__, e)
for name in ('add', 'remove', 'discard', 'pop', 'clear', 'copy', 'issubset', 'isdisjoint', 'symmetric_difference'):
    for args in ((), (1, 2)):
        if name in ('pop', 'clear', 'copy') and not args:
            continue
        try:
            getattr({1}, name)(*args)
        except TypeError as e:
            print(name, e)
for name in ('add', 'remove', 'discard', 'pop', 'clear', 'update', '__ior__', 'intersection_update'):
    print(name, hasattr(frozenset(), name), hasattr(set(), name))
try:
    frozenset().add(1)
except AttributeError as e:
    print(e)
try:
    set().append(1)
except AttributeError as e:
    print(e)
try:
    set('a')[0]
except TypeError as e:
    print(e)
try:
    s = {1}
    s[0] = 1
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
try:
    frozenset()[0]
except TypeError as e:
    print(e)
try:
    set.add(frozenset(), 1)
except TypeError as e:
    print(e)
try:
    set.add([], 1)
except TypeError as e:
    print(e)
try:
    frozenset.union({1})
except TypeError as e:
    print(e)
try:
    set.__new__(int)
except TypeError as e:
    print(e)
s = {1, 2}
s.__init__([3])
print(s)
s.__init__()
print(s)
