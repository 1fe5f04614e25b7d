"""The questions that bytes and bytearray answer about their ASCII text, over all 256 values."""

QUESTIONS = ['isalnum', 'isalpha', 'isascii', 'isdigit', 'islower', 'isspace', 'istitle', 'isupper']


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def runs(numbers):
    """Consecutive numbers as ranges: 1-3,5."""
    out = []
    for n in numbers:
        if out and out[-1][1] == n - 1:
            out[-1][1] = n
        else:
            out.append([n, n])
    return ','.join(f'{a}-{b}' if a != b else str(a) for a, b in out)


for kind in bytes, bytearray:
    for name in QUESTIONS:
        method = getattr(kind, name)
        print(kind.__name__, name, runs(i for i in range(256) if method(kind([i]))), 'empty:', method(kind()))
samples = [b'Hello World', b'Hello world', b'HELLO 2', b'hello_2', b'A1b', b'1a', b'1A', b"It's", b'\x0b\x0c', b' \x85',
           b'\xc4pfel', b'A\xc4', b'\x80', b'12\xb2', b'Ab Cd-Ef', b'AbC']
for sample in samples:
    row = ''.join(name[2] if getattr(bytearray(sample), name)() else '.' for name in QUESTIONS)
    same = all(getattr(sample, name)() == getattr(bytearray(sample), name)() for name in QUESTIONS)
    print(f'{sample!r:>16} {row} {same}')
print(attempt(bytes.isalnum, bytearray(b'a')))
print(attempt(bytearray.isalnum, b'a'))
print(attempt(bytes.isalpha, 'a'), '|', attempt(bytearray.isalpha))
print(attempt(bytes.isascii, 1), '|', attempt(bytearray.isascii, None))
print(attempt(bytes.isdigit), '|', attempt(bytearray.isdigit, bytearray(), 1))
print(attempt(bytes.islower, b'a', b'a'), '|', attempt(bytearray.islower, memoryview(b'')))
print(attempt(bytes.isspace, [32]), '|', attempt(bytearray.isspace, 32))
print(attempt(bytes.istitle, b'', None), '|', attempt(bytearray.istitle, str))
print(attempt(bytes.isupper, {}), '|', attempt(bytearray.isupper, b'A'))
