# Switching the collector: on and off, asking for a collection, what is refused.
import gc
import weakref


def attempt(function, *args, **kwargs):
    try:
        print(function.__name__, function(*args, **kwargs))
    except Exception as error:
        print(function.__name__, type(error).__name__)


print(gc.isenabled())
print(gc.disable(), gc.isenabled(), gc.disable(), gc.isenabled())
print(gc.enable(), gc.isenabled())
for generation in (0, 1, 2, True):
    print(type(gc.collect(generation)).__name__, gc.collect(generation=generation) >= 0)
attempt(gc.collect, 3)
attempt(gc.collect, -1)
attempt(gc.collect, "all")
attempt(gc.collect, 1, 2)
attempt(gc.collect, depth=2)
for function in (gc.enable, gc.disable, gc.isenabled, gc.get_count, gc.get_threshold, gc.freeze, gc.unfreeze, gc.get_freeze_count):
    attempt(function, "surplus")
print([type(number).__name__ for number in gc.get_count()], len(gc.get_count()), gc.garbage)


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None


def circle(*names):
    nodes = [Node(name) for name in names]
    for one, other in zip(nodes, nodes[1:] + nodes[:1]):
        one.other = other
    return [weakref.ref(node) for node in nodes]


gc.disable()
refs = circle("a", "b", "c")
print(gc.isenabled())
gc.collect()
print([ref() for ref in refs])
kept = Node("kept")
kept.other = Node("reached")
far = weakref.ref(kept.other)
alone = circle("lonely")[0]
kept.itself = kept
gc.collect()
print(far().name, alone(), kept.itself.other.name)
kept.other = None
gc.collect()
print(far(), kept.name)
gc.enable()

old = gc.get_threshold()
print(len(old), all(isinstance(number, int) for number in old))
print(gc.set_threshold(1000, 20, 30), gc.get_threshold())
print(gc.set_threshold(900), gc.get_threshold())
gc.set_threshold(0)
print(gc.get_threshold()[0], gc.isenabled())
attempt(gc.set_threshold)
attempt(gc.set_threshold, "x")
attempt(gc.set_threshold, 1, 2, 3, 4)
attempt(gc.set_threshold, 2**40)
attempt(gc.set_threshold, 1.5)
gc.set_threshold(*old)
print(gc.get_threshold() == old)
print(gc.freeze(), gc.get_freeze_count() > 0, gc.unfreeze(), gc.get_freeze_count())
garbage = circle("x", "y")
gc.freeze()
gc.unfreeze()
gc.collect()
print([ref() for ref in garbage], gc.garbage)
