"""How a memoryview describes itself: shape, strides, contiguity, dimensions; release and what it forbids."""


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def describe(view):
    return (view.format, view.itemsize, view.ndim, view.shape, view.strides, view.suboffsets, view.nbytes, view.readonly,
            view.c_contiguous, view.f_contiguous, view.contiguous, len(view) if view.ndim else 'no length')


data = bytearray(range(24))
whole = memoryview(data)
for view in (whole, whole[::2], whole[::-1], whole[3:3], whole[4:5:7], whole.cast('I'), memoryview(b'abc'), whole.toreadonly(), memoryview(b'')):
    print(describe(view))
print(whole[::2] == bytes(data[::2]), whole[::-3].tolist(), whole[1:9:3].tobytes(), whole.cast('H')[1:3].tolist(), whole[4:8].cast('I')[0])
print(attempt(lambda: whole[99]), '|', attempt(lambda: whole['x']), '|', attempt(lambda: whole[1.5]), '|', attempt(lambda: whole[1, 2]), '|', attempt(hash, whole), '|', hash(memoryview(b'ab')) == hash(b'ab'))
print(attempt(whole.cast, 'Z'), '|', attempt(whole[::2].cast, 'H'), '|', attempt(whole[:3].cast, 'H'), '|', attempt(whole.cast('H').cast, 'I'), '|', attempt(whole.cast, 5))
grid, cube = whole.cast('H'), whole[::2]
grid[0] = 0x0203
print(data[0] + data[1], cube[0] in (2, 3), attempt(grid.__setitem__, 0, 70000), '|', attempt(grid.__setitem__, 0, 'x'), '|', attempt(cube.__setitem__, slice(0, 2), b'a'), '|', attempt(memoryview(b'a').__setitem__, 0, 1))
for name in 'ndim', 'shape', 'contiguous', 'suboffsets', 'c_contiguous', 'f_contiguous', 'obj':
    print(name, attempt(setattr, whole, name, 1), end='; ')
print(whole.obj is data, whole[2:].obj is data, memoryview(whole).obj is data)

print(attempt(data.append, 1))
for view in grid, cube:
    view.release()
print(attempt(lambda: grid.shape), '|', attempt(lambda: grid.contiguous), '|', attempt(grid.tobytes), '|', attempt(lambda: grid[0]), '|', attempt(len, cube), '|', grid.release(), repr(grid).split(' at ')[0])
with memoryview(b'xyz') as scoped:
    print(scoped.ndim, scoped.contiguous)
    inner = scoped[1:]
print(attempt(lambda: scoped[0]), '|', inner.tobytes(), attempt(scoped.__enter__))
outer = memoryview(bytearray(b'abc'))
iterator = iter(outer)
next(iterator)
print(attempt(memoryview.release, 5), '|', attempt(memoryview.release), '|', attempt(outer.release, 1), '|', attempt(outer.release), attempt(next, iterator), '|', outer == outer, outer == b'abc')
