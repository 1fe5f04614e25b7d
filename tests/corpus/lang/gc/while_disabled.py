# A program that makes garbage with the collector off, and puts everything back as it was.
import contextlib
import gc
import sys
import weakref


class Cell:
    alive = 0

    def __init__(self, value):
        self.value, self.next = value, None
        Cell.alive += 1
        weakref.finalize(self, Cell.ended)

    @classmethod
    def ended(cls):
        cls.alive -= 1


def ring(size):
    cells = [Cell(n) for n in range(size)]
    for one, other in zip(cells, cells[1:] + cells[:1]):
        one.next = other
    return cells[0]


@contextlib.contextmanager
def no_collector():
    was, thresholds = gc.isenabled(), gc.get_threshold()
    gc.disable()
    try:
        yield gc.get_count()
    finally:
        gc.set_threshold(*thresholds)
        gc.enable() if was else gc.disable()


print(gc.isenabled(), len(gc.get_count()), gc.garbage == [])
with no_collector() as counts:
    print(gc.isenabled(), len(counts), all(count >= 0 for count in counts))
    for size in range(1, 20):
        ring(size)
    print(Cell.alive, gc.collect() >= 0, Cell.alive)
    kept = ring(5)
    ring(7)
    gc.collect()
    print(Cell.alive, kept.next.next.value)
    gc.set_threshold(5, 5)
    print(gc.get_threshold()[:2])
    with no_collector():
        pass
    print(gc.isenabled())
print(gc.isenabled(), gc.get_threshold()[0] > 5)
gc.freeze()
print(gc.get_freeze_count() > 0)
gc.collect()
print(Cell.alive, kept.next.value)
gc.unfreeze()
print(gc.get_freeze_count())
kept = None
gc.collect()
print(Cell.alive, gc.garbage)


class Returns:
    """Comes back in its finalizer, once."""

    saved = []

    def __init__(self):
        self.me = self

    def __del__(self):
        Returns.saved.append(self)


Returns()
gc.collect()
print(len(Returns.saved), Returns.saved[0].me is Returns.saved[0])
Returns.saved.clear()
gc.collect()
print(len(Returns.saved), "is not finalized a second time")


def fails(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__)


fails(gc.set_threshold, None)
fails(gc.freeze, 1)
fails(gc.unfreeze, 1)
fails(gc.get_freeze_count, 1)
fails(gc.collect, None)
print(gc.get_threshold()[0] > 5, sys.modules["gc"] is gc)
