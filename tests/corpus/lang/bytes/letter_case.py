"""Change of case in bytes and bytearray touches ASCII letters only, and gives new objects."""

METHODS = ['capitalize', 'lower', 'swapcase', 'title', 'upper']


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


every = bytes(range(256))
for name in METHODS:
    changed = getattr(every, name)()
    other = [(a, b) for a, b in zip(every, changed) if a != b]
    print(name, len(other), other[:2], other[-1:], getattr(bytearray(every), name)() == changed)

for text in [b"they're bill's", b'ONE two_three', b'x2y z', b'\xe4bc \xe4bc', b'1st 2ND', b'', b'a\x00b']:
    print(text, [getattr(text, name)() for name in METHODS])

buffer = bytearray(b'Mixed Case')
copies = [getattr(buffer, name)() for name in METHODS]
buffer[0] = ord('z')
print(buffer, copies, [type(one).__name__ for one in copies])
print(any(one is buffer for one in copies), b'lower'.lower() == b'lower')


class Tagged(bytes):
    pass


class Growing(bytearray):
    pass


print(type(Tagged(b'a').upper()).__name__, type(Growing(b'a').upper()).__name__)
print(attempt(bytes.capitalize, 'text'), '|', attempt(bytearray.capitalize, b'text'))
print(attempt(bytes.lower), '|', attempt(bytearray.lower, bytearray(b'A'), 1))
print(attempt(bytes.swapcase, bytearray()), '|', attempt(bytearray.swapcase, None))
print(attempt(bytes.title, b'a', sep=b' '), '|', attempt(bytearray.title, [1]))
print(attempt(bytes.upper, 5), '|', attempt(bytearray.upper))
