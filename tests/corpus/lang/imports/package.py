import mod_pack
print(mod_pack.level)
import mod_pack.inner
print(mod_pack.inner.where())
from mod_pack import inner as i
from mod_pack.inner import where
print(i is mod_pack.inner, where())
try: import mod_pack.missing
except ImportError as e: print(type(e).__name__, e)
try: import math.nothing
except ImportError as e: print(type(e).__name__, e)
