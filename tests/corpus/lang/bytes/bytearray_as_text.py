"""Every method that bytes and bytearray share: same answer, own type, and never the same object."""


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


CALLS = [
    ('center', b'ab', 7, b'*'), ('center', b'ab', 6), ('center', b'abc', 2), ('ljust', b'x', 4, b'.'), ('rjust', b'x', 4, bytearray(b'.')),
    ('zfill', b'-42', 6), ('zfill', b'+', 3), ('zfill', b'', 2), ('zfill', b'a-1', 5), ('expandtabs', b'a\tbc\td\n\te', 4),
    ('expandtabs', b'\t\t', 0), ('expandtabs', b'ab\r\tc', -1), ('strip', b'  x \n'), ('strip', b'xxaxx', b'x'), ('lstrip', b'\x00a\x00', b'\x00'),
    ('rstrip', b'abcba', b'ab'), ('partition', b'k=v=w', b'='), ('partition', b'kv', b'='), ('rpartition', b'k=v=w', b'='),
    ('rpartition', b'kv', b'='), ('removeprefix', b'prefix-x', b'prefix-'), ('removeprefix', b'x', b'prefix'),
    ('removesuffix', b'file.txt', b'.txt'), ('removesuffix', b'file', b''), ('replace', b'aaa', b'a', b'bc', 2), ('replace', b'abc', b'', b'-'),
    ('replace', b'abc', b'', b'-', 2), ('splitlines', b'a\r\nb\rc\n\x0bd\x85'), ('splitlines', b'a\n\nb', True), ('rsplit', b'a b  c d', None, 2),
    ('rsplit', b'a,b,c', b',', 1), ('rfind', b'abcabc', b'bc'), ('rfind', b'abc', b'', 1, 2), ('rfind', b'abc', 99), ('rindex', b'abca', b'a', 0, 3),
    ('startswith', b'abc', (b'x', b'ab')), ('endswith', b'abc', b'bc', -2), ('endswith', b'abc', ()), ('decode', b'\xc3\xa4', 'utf-8'), ('decode', b'a\xff', 'ascii', 'replace'),
]
for name, text, *args in CALLS:
    one = getattr(text, name)(*args)
    mutable = bytearray(text)
    two = getattr(mutable, name)(*args)
    print(name, text, args, '->', two, one == two or [bytes(part) for part in two] == list(one), two is mutable)

b = bytearray(b'data')
print(attempt(b.center), '|', attempt(b.center, 5, b'ab'), '|', attempt(b.center, 5, 'a'))
print(attempt(b.zfill, '3'), '|', attempt(b.zfill))
print(attempt(b.partition, b''), '|', attempt(b.rpartition, 'a'), '|', attempt(b.partition, 5))
print(attempt(b.removeprefix, 'd'), '|', attempt(b.removesuffix, (b'a',)))
print(attempt(b.replace, b'a'), '|', attempt(b.replace, 'a', 'b'))
print(attempt(b.rindex, b'z'), '|', attempt(b.rindex, 256), '|', attempt(b.rfind, 'a'))
print(attempt(b.startswith, 'd'), '|', attempt(b.endswith, [b'a']), '|', attempt(b.endswith, (b'a', 'x')))
print(attempt(b.rsplit, b''), '|', attempt(b.rsplit, ','), '|', attempt(b.splitlines, 1, 2))
print(attempt(b.expandtabs, 'x'), '|', attempt(b.strip, 'x'), '|', attempt(b.lstrip, 4), '|', attempt(b.rstrip, 'x'))
print(attempt(bytearray(b'\xff').decode), '|', attempt(b.decode, 'no-such'), '|', attempt(b.decode, 5))
print(attempt(b.ljust, 9, b''), '|', attempt(b.rjust, None))
print(attempt(b.replace, b'', b'x' * 10, 2), attempt(b'data'.rsplit, maxsplit=0), attempt(b.rsplit, sep=b'a', maxsplit=1))
