# Properties know the name that their class has given them.
class B:
    q = property()

    @property
    def z(self):
        return 1

    y = z.getter(lambda self: 2)


class A:
    pass


A.v = property(lambda self: 1)
A.w = property()
A.r = B.z


def attempt(f):
    try:
        print(f())
    except AttributeError as e:
        print(e)


def put(x, name):
    setattr(x, name, 1)


def drop(x, name):
    delattr(x, name)


for x, names in (A(), 'vwr'), (B(), 'qzy'):
    for name in names:
        attempt(lambda: getattr(x, name))
        attempt(lambda: put(x, name))
        attempt(lambda: drop(x, name))
