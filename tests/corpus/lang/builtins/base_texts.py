"""bin, oct, hex: signs, bools, __index__, and what is no integer."""


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        print('  asked', end=' ')
        return self.value


class Small(int):
    def __index__(self):
        return 99


for function in bin, oct, hex:
    print(function.__name__, [function(n) for n in (0, 1, -1, 10, -255, True, 1 << 40, -(1 << 65))])
    print(function.__name__, function(Index(12)), function(Small(5)))
    for wrong in 1.0, '1', None, b'1', 1j, Index('12'), Index(2.0), [1]:
        print('   ', attempt(function, wrong))
    print('   ', attempt(function), '|', attempt(function, 1, 2), '|', attempt(function, x=1))
for n in range(-600, 700, 77):
    assert int(bin(n), 2) == int(oct(n), 8) == int(hex(n), 16) == int(bin(n), 0) == int(oct(n), 0) == int(hex(n), 0) == n
    assert bin(n)[2 + (n < 0):] == format(abs(n), 'b') and oct(n) == f'{n:#o}' and hex(n) == f'{n:#x}'
print(bin(2 ** 100)[:5], len(bin(3 ** 200)), oct(8 ** 30)[:6], hex(16 ** 20 - 1))
print(attempt(int, '0b12', 0), '|', attempt(int, '0o8', 0), '|', attempt(int, '0xg', 16), '|', attempt(int, '010', 0))


class Returns(int):
    pass


print(bin(Returns(6)), attempt(bin, type('Bad', (), {'__index__': lambda self: self})()))


class Raising:
    def __index__(self):
        return 1 // 0


print(attempt(oct, Raising()), '|', attempt(hex, Raising))
