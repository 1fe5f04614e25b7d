print("mod_helper loading as", __name__)
VALUE = 41
_private = "hidden"
items = []
def bump():
    global VALUE
    VALUE += 1
    return VALUE
class Thing:
    def __repr__(self): return "Thing"
