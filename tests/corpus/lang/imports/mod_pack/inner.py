print("inner", __name__)
from mod_pack import level
def where(): return __name__, level
