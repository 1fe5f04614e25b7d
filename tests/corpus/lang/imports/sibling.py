import mod_helper
import mod_helper as again
from mod_helper import VALUE, bump as b, Thing
from mod_helper import (items,
    _private as p,)
print(mod_helper.VALUE, again is mod_helper, VALUE, b(), VALUE, mod_helper.VALUE, Thing(), p, mod_helper.__name__, __name__)
items.append(1)
print(mod_helper.items)
mod_helper.new = "set"
from mod_helper import new
print(new, type(mod_helper).__name__, hasattr(mod_helper, "zzz"))
def local():
    import mod_helper as m
    from mod_helper import VALUE as v
    return m.VALUE, v
print(local())
del mod_helper
try: mod_helper
except NameError as e: print(type(e).__name__)
