# What can be assigned to slices and items of a bytearray, and what its methods take.
class I:
    def __index__(self): return 3
class II:
    def __index__(self): return 2
    def __iter__(self): return iter([65, 66])
class IB:
    def __index__(self): raise KeyError('x')
    def __iter__(self): return iter([65, 66])
class B:
    def __bytes__(self): return b'zz'
class BI:
    def __bytes__(self): return b'zz'
    def __iter__(self): return iter([1])
class G:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return 70 + i
class E:
    def __iter__(self): raise TypeError('mine')
class N:
    def __iter__(self): return 5
class L(list): pass
class S(str): pass
class Int(int):
    def __iter__(self): return iter([1,2])
class Fl(float):
    def __iter__(self): return iter([1,2])
class St(str):
    def __iter__(self): return iter([1,2])
values = [I(), II(), IB(), B(), BI(), G(), E(), N(), L([1, 2]), S('ab'), Int(2), Fl(2), St('x'), 'abc', '', 5, -1, 10**30, True, None, 1.5, 2j, [], [1, 2], (1,), {1: 2}, {5}, range(3), iter([9]), (x for x in [8]), ['a'], [256], [-1], [None], [1.5], [10**30], [I()], object(), int, len, memoryview(b'xy'), memoryview(b'wxyz')[::2], memoryview(b'abcd').cast('H'), memoryview(b'abcd').cast('B', [2, 2]), b'q', bytearray(b'r'), ..., [[1]], [b'a'], map(int, '12'), slice(1)]
import array
values += [array.array('h', [1, 2])]
def name(v):
    return type(v).__name__
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def setit(k, v):
    b = bytearray(b'abcdef')
    b[k] = v
    return b
import copy
for v in values:
    for k in [slice(1, 3), slice(None, None, 2), slice(4, 2)]:
        try: w = copy.copy(v)
        except Exception: w = v
        print(name(v), k, end=' ')
        t(lambda: setit(k, w))
    for op in ['extend', '__iadd__', '__init__', '__add__', 'append', '__contains__', 'find', 'join', 'startswith', 'remove', '__setitem__']:
        try: w = copy.copy(v)
        except Exception: w = v
        b = bytearray(b'abcdef')
        print(name(v), op, end=' ')
        args = (0, w) if op == '__setitem__' else (w,)
        def go():
            r = getattr(b, op)(*args)
            return r, b
        t(go)
b = bytearray(b'abcdef')
b[1:3] = b; print(b)
b[::2] = b[::2]; print(b)
b[1:4] = memoryview(b)[0:3]; print(b)
t(lambda: b.__setitem__(slice(1, 4), memoryview(b)[0:2]))
print(b)
class Ev:
    def __iter__(self):
        b.clear()
        return iter([1])
b[1:3] = Ev(); print(b)
class EvI:
    def __index__(self):
        b.extend(b'12')
        return 1
b[EvI():] = b'x'; print(b)
t(lambda: b.__delitem__(slice('a'))); t(lambda: b.__delitem__('a')); t(lambda: b.__setitem__('a', 1)); t(lambda: b.__setitem__(99, 'x')); t(lambda: b.__setitem__(0, 'x')); t(lambda: b.__setitem__(slice('a'), 5)); t(lambda: b.__setitem__(10**30, 5))
v = memoryview(b)
def setit2(k, v): b[k] = v
t(lambda: setit2(slice(0, 1), b'')); t(lambda: setit2(slice(0, 1), b'ab')); t(lambda: setit2(slice(0, 1), b'z')); t(lambda: b.__delitem__(0)); t(lambda: b.__delitem__(slice(0, 1))); t(lambda: b.__delitem__(slice(0, 0))); t(lambda: b.extend(b'')); t(lambda: b.extend(b'a')); t(lambda: b.clear()); t(b.pop); t(lambda: b.remove(0)); t(b.reverse); t(lambda: b.insert(0, 1)); t(lambda: b.append(1)); t(lambda: b.__iadd__(b'')); t(lambda: b.__iadd__(b'a')); t(lambda: b.__imul__(2)); t(lambda: b.__imul__(1)); t(lambda: b.__init__(b'')); t(lambda: b.__imul__(0)); t(lambda: b.__delitem__(slice(None, None, 2))); t(lambda: b.__init__(b'xx')); print(b)
