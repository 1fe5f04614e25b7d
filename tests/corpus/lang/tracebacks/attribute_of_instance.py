class Thing:
    def __init__(self):
        self.part = 5
def touch(thing):
    return thing.part.missing_name()
touch(Thing())
