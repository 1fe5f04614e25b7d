# A callee that stands for another one, which stands for a third, and so on.
class Called:
    pass


Called.__call__ = Called()
try:
    Called()()
except RecursionError as error:
    print(error)

function = len
for _ in range(3_000):
    function = staticmethod(function)
try:
    print(function([]))
except RecursionError as error:
    print(error)

function = len
for _ in range(100):
    function = staticmethod(function)
print(function([1, 2]))


class Shown:
    def method(self, *args, **named):
        return args, named


Bound = type(Shown().method)
function = Shown().method
for number in range(5):
    function = Bound(function, number)
print(function("last", key="word"))

instance = Shown()
for number in range(5):
    instance, inner = Shown(), instance
    Shown.__call__ = lambda self, *args: len(args)
print(instance(1, 2, 3))
