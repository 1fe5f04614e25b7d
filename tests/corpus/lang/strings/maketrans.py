"""str.maketrans in its three forms, translate with any indexable table, and what both refuse."""


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


print(str.maketrans('abc', 'xyz'))
print(str.maketrans('abca', 'xyzw', 'cq'))
print(str.maketrans({'a': 'A', 98: None, 'c': 67, 'd': 'long', 1000000: ''}))
print('abcde'.translate(str.maketrans({'a': 'A', 98: None, 'c': 67, 'd': 'long'})))
print('hello world'.translate(str.maketrans('lo', '01', 'hd')))
print(str.maketrans('', ''), str.maketrans('', '', '\U0001f600é'), str.maketrans({}))


class Upper:
    """A table by __getitem__ alone: LookupError leaves the character."""

    def __init__(self):
        self.asked = []

    def __getitem__(self, code):
        self.asked.append(code)
        if code > 110:
            raise LookupError
        return chr(code).upper() if code != 101 else None


table = Upper()
print('seemann'.translate(table), table.asked)
print('aé\u20ac'.translate(['x'] * 100), 'ab'.translate({97: 0x1F600}) == '\U0001f600b')
print('ab'.translate({97: 'bb', 98: 'aa'}), 'abc'.translate('x' * 98), 'same'.translate({}) == 'same')


class Broken:
    def __getitem__(self, code):
        raise ValueError(f'asked for {code}')


print(attempt('a'.translate, Broken()))
print(attempt('a'.translate, {97: 1.5}), '|', attempt('a'.translate, {97: -1}), '|', attempt('a'.translate, {97: 0x110000}))
print(attempt('a'.translate, {97: b'b'}), '|', attempt('a'.translate, {97: 1 << 70}))
print(attempt('a'.translate, 5), '|', attempt('a'.translate, None), '|', attempt('a'.translate), '|', attempt('a'.translate, {1}))
print(attempt(str.maketrans, 'ab', 'c'), '|', attempt(str.maketrans, {'ab': 1}), '|', attempt(str.maketrans, {1.5: 1}))
print(attempt(str.maketrans, 'ab'), '|', attempt(str.maketrans, {}, 'c'), '|', attempt(str.maketrans, 'a', 5))
print(attempt(str.maketrans, 'a', 'b', 5), '|', attempt(str.maketrans), '|', attempt(str.maketrans, [('a', 'b')]), '|', attempt(str.maketrans, {'': 1}))
print(attempt(str.maketrans, b'a', b'b'), '|', attempt(str.maketrans, 'a', 'b', 'c', 'd'))
