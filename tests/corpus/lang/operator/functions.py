# Every operator as a function.
import operator as op

pairs = [(7, 3), (-7, 3), (7.5, 2), ('ab', 'b'), ([1], [2])]
names = 'lt le eq ne ge gt is_ is_not add and_ floordiv lshift mod mul or_ pow rshift sub truediv xor concat contains countOf indexOf'
for name in names.split():
    f = getattr(op, name)
    out = []
    for a, b in pairs:
        try:
            out.append(f(a, b))
        except Exception as e:
            out.append(type(e).__name__)
    print(name, out)
for name in 'not_ truth abs index inv invert neg pos'.split():
    f = getattr(op, name)
    out = []
    for a in (3, -2.5, True, '', None):
        try:
            out.append(f(a))
        except Exception as e:
            out.append(str(e))
    print(name, out)
for name in 'iadd iand iconcat ifloordiv ilshift imod imul ior ipow irshift isub itruediv ixor'.split():
    f = getattr(op, name)
    out = []
    for a, b in [(7, 3), ([1], [2]), (1.5, 2)]:
        try:
            out.append(f(a, b))
        except Exception as e:
            out.append(type(e).__name__)
    print(name, out)
d = {}
op.setitem(d, 'a', 1)
print(d, op.getitem(d, 'a'), op.contains(d, 'a'))
op.delitem(d, 'a')
print(d)
print(op.call(max, 1, 5, key=lambda x: -x), op.length_hint([1, 2]), op.length_hint(iter('abc')), op.length_hint(5, 9))
print(op.itemgetter(0)([1]), op.itemgetter(1, slice(0, 2))('abc'), op.attrgetter('__class__.__name__')(5))
print(op.attrgetter('real', 'imag')(3), op.methodcaller('replace', 'a', 'b')('aa'))
print(op.itemgetter(1), op.itemgetter(1, 'x'), op.attrgetter('a.b', 'c'), op.methodcaller('f', 1, k=2))
for bad in (lambda: op.attrgetter(5), lambda: op.methodcaller(5), lambda: op.itemgetter(3)([1]),
            lambda: op.attrgetter('zz')(1), lambda: op.indexOf([], 1), lambda: op.length_hint(1, 'x'),
            lambda: op.index(1.5)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(op.__add__ is op.add, op.__lt__ is op.lt, len(op.__all__), op.add.__name__)
