# A pool of resources that leans on the collector: what is dropped comes back.
import gc
import weakref


class Resource:
    made = 0

    def __init__(self):
        Resource.made += 1
        self.number = Resource.made


class Lease:
    """Holds a resource of the pool, and itself in a circle."""

    def __init__(self, pool, resource):
        self.resource = resource
        self.history = [self]
        self.end = weakref.finalize(self, pool.free.append, resource)

    def release(self):
        self.end()


class Pool:
    def __init__(self, size):
        self.free = [Resource() for _ in range(size)]
        self.leases = weakref.WeakSet()

    def take(self):
        if not self.free:
            gc.collect()
        if not self.free:
            raise RuntimeError("the pool is empty")
        self.free.sort(key=lambda resource: resource.number)
        lease = Lease(self, self.free.pop(0))
        self.leases.add(lease)
        return lease


def use_and_forget(pool, times):
    numbers = []
    for _ in range(times):
        numbers.append(pool.take().resource.number)
    return numbers


gc.disable()
pool = Pool(3)
print(use_and_forget(pool, 3), len(pool.free))
print(use_and_forget(pool, 3))
one, two = pool.take(), pool.take()
print(one.resource.number, two.resource.number, one in pool.leases)
print(use_and_forget(pool, 3))
three = pool.take()
try:
    pool.take()
except RuntimeError as error:
    print(error, len(pool.leases))
two.release()
two.release()
print([resource.number for resource in pool.free], two.end.alive, one.end.alive)
four = pool.take()
print(four.resource is two.resource, len(pool.leases))
del two
gc.collect()
print(len(pool.leases), Resource.made)
one = three = None
gc.collect()
print(sorted(resource.number for resource in pool.free), four.end.alive)
print(four.end.peek()[1].__name__, four.end.peek()[2][0] is four.resource)
print(four.end.detach()[2] == (four.resource,), four.end.alive, four.end.detach())
four = None
gc.collect()
print(len(pool.free), len(pool.leases))
gc.enable()
