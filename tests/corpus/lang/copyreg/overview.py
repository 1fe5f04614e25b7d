# Reductions that are registered, and the registry of extensions.
import copy
import copyreg


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


def reduce_point(point):
    print('reducing', point.x, point.y)
    return Point, (point.x, point.y)


copyreg.pickle(Point, reduce_point)
p = copy.copy(Point(1, 2))
q = copy.deepcopy([Point(3, [4])])
print(p.x, p.y, q[0].x, q[0].y, copyreg.dispatch_table[Point] is reduce_point)
copyreg.pickle(Point, reduce_point, Point)
copyreg.constructor(Point)
print(copyreg.dispatch_table[complex](1 + 2j))
print(copyreg.__newobj__(list, [1]), copyreg.__newobj_ex__(Sub := type('Sub', (int,), {}), (5,), {}), Sub.__name__)
print(copyreg._reconstructor(Sub, int, 7), type(copyreg._reconstructor(Point, object, None)).__name__)


class Slots:
    __slots__ = ('a', '__b', '__dict__', '__weakref__')


class More(Slots):
    __slots__ = 'c'


print(copyreg._slotnames(Slots), copyreg._slotnames(More), copyreg._slotnames(More), copyreg._slotnames(Point))
copyreg.add_extension('mod', 'name', 200)
copyreg.add_extension('mod', 'name', 200)
copyreg.clear_extension_cache()


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(copyreg.add_extension, 'mod', 'name', 201)
attempt(copyreg.add_extension, 'mod', 'other', 200)
attempt(copyreg.add_extension, 'mod', 'other', 0)
attempt(copyreg.remove_extension, 'mod', 'other', 200)
attempt(copyreg.remove_extension, 'mod', 'name', 200)
attempt(copyreg.remove_extension, 'mod', 'name', 200)
attempt(copyreg.pickle, Point, 5)
attempt(copyreg.pickle, Point, reduce_point, 5)
attempt(copyreg.constructor, 5)
print(copyreg.__all__)
