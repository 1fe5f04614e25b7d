from mod_helper import *
print(VALUE, bump(), VALUE, Thing(), items)
try: _private
except NameError as e: print(e)
from math import *
print(floor(2.5), pi > 3)
