"""Translation tables of bytes and bytearray: made, applied, used to delete, and refused."""


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


table = bytes.maketrans(b'abc', b'xyz')
print(type(table).__name__, len(table), table[97:101], table[:4], table[-2:])
print(bytearray.maketrans(b'abc', bytearray(b'xyz')) == table, type(bytearray.maketrans(b'', b'')).__name__)
print(bytes.maketrans(memoryview(b'aa'), b'12')[97], bytes.maketrans(b'', b'') == bytes(range(256)))

print(b'aabbcc dd'.translate(table), bytearray(b'cab').translate(table))
print(b'remove vowels here'.translate(None, b'aeiou'))
print(b'remove vowels here'.translate(None, delete=b'aeiou'))
print(b'abcabc'.translate(table, b'c'), b'abcabc'.translate(table, bytearray(b'xa')))
print(b'unchanged'.translate(None), bytearray(b'same').translate(None, b''))

rot = bytes.maketrans(bytes(range(97, 123)), bytes(range(110, 123)) + bytes(range(97, 110)))
secret = b'the quick brown fox'.translate(rot)
print(secret, secret.translate(rot))

print(attempt(bytes.maketrans, b'ab', b'c'))
print(attempt(bytes.maketrans, 'ab', 'cd'))
print(attempt(bytearray.maketrans, b'ab'))
print(attempt(bytearray.maketrans, b'ab', [1, 2]))
print(attempt(bytes.maketrans, {97: 98}))
print(attempt(bytes.maketrans, frm=b'a', to=b'b'))
print(attempt(b'abc'.translate, b'short'))
print(attempt(b'abc'.translate, {97: None}))
print(attempt(b'abc'.translate, 'x' * 256))
print(attempt(bytearray(b'abc').translate, None, 'a'))
print(attempt(b'abc'.translate))
print(attempt(b'abc'.translate, None, b'a', b'b'))
print(attempt(b'abc'.translate, table, deletechars=b'a'))
