# The collector finds what is gone: `__del__` and weak callbacks run at a collection.
import gc
import weakref


class Noisy:
    def __del__(self):
        print("gone")


thing = Noisy()
reference = weakref.ref(thing, lambda _: print("weak callback"))
del thing
print("after del", reference() is None)
gc.collect()
print("after collect", reference() is None)
