# Folders without `__init__` are one package, however many of `sys.path` hold a part of it.
import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
try:
    import mod_space.one
except ModuleNotFoundError as error:
    print(error, error.name)
print(sorted(name for name in sys.modules if name.startswith("mod_")))
for name in [name for name in sys.modules if name.startswith("mod_")]:
    del sys.modules[name]

sys.path.append(os.path.join(here, "mod_parts"))
import mod_space.one

print(mod_space.one.where)
print([os.path.relpath(part, here).replace(os.sep, "/") for part in mod_space.__path__])
print(mod_space.__name__, mod_space.__package__, mod_space.__doc__)
print(hasattr(mod_space, "__file__"), getattr(mod_space, "__file__", None))
print(sorted(name for name in vars(mod_space) if not name.startswith("_")))

from mod_space import two
from mod_space.deep import last

print(two.value, last.value)

# A package with an `__init__` wins over the folders before it.
import mod_whole

print(mod_whole.name, len(mod_whole.__path__))
try:
    import mod_whole.unseen
except ImportError as error:
    print(type(error).__name__, error)

for name in ("mod_space.missing", "mod_space.deep.missing", "mod_space.two.more"):
    try:
        __import__(name)
    except ImportError as error:
        print(type(error).__name__, error, error.name)
try:
    from mod_space import absent
except ImportError as error:
    print(type(error).__name__, str(error).split(" (")[0], error.name)
try:
    mod_space.__file__
except AttributeError as error:
    print(error)
