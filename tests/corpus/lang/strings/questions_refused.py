"""Methods of str that take no argument: asked of other objects and with arguments; subclasses answer as str does."""


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Shout(str):
    def upper(self):
        return 'never asked'


text = Shout('Straße 42')
print(attempt(str.capitalize, text), attempt(str.capitalize, b'x'))
print(attempt(str.casefold, text), '|', attempt(str.casefold))
print(attempt(str.isalnum, text), '|', attempt(str.isalnum, 5))
print(attempt(str.isalpha, 'ªº'), '|', attempt(str.isalpha, 'a', 'b'))
print(attempt(str.isascii, ''), '|', attempt(str.isascii, b''))
print(attempt(str.isdecimal, '٣'), '|', attempt(str.isdecimal, 3))
print(attempt(str.isdigit, '²'), '|', attempt(str.isdigit, ['2']))
print(attempt(str.isidentifier, 'ñ_1'), '|', attempt(str.isidentifier, None))
print(attempt(str.islower, 'ⅷ'), '|', attempt(str.islower, x=1))
print(attempt(str.isnumeric, '½'), '|', attempt(str.isnumeric, 0.5))
print(attempt(str.isprintable, 'a\u200b'), '|', attempt(str.isprintable, str))
print(attempt(str.isspace, '\u2003\x1c'), '|', attempt(str.isspace, ' ', ' '))
print(attempt(str.istitle, 'ǅungla'), '|', attempt(str.istitle, ()))
print(attempt(str.isupper, 'ÀÉ1'), '|', attempt(str.isupper, {}))
print(attempt(str.lower, 'ΑΣ ΑΣΑ Σ'), '|', attempt(str.lower, b'A'))
print(attempt(str.splitlines, 'a\u2028b\x1dc\r\nd', True), '|', attempt(str.splitlines, 'a', keep=1))
print(attempt(str.splitlines, 'a\n', 'yes'), '|', attempt(str.splitlines, 5), '|', attempt(str.splitlines, 'a', 1, 2))
print(attempt(str.swapcase, 'ßaŉ'), '|', attempt(str.swapcase, 1.5))
print(attempt(str.title, "o'neill ǆ ﬁn"), '|', attempt(str.title, 'a', 1))
print(attempt(str.upper, text), text.upper(), '|', attempt(str.upper))
print(attempt('x'.isdigit, 1), '|', attempt('x'.lower, table={}))
print(type(str.lower(Shout('abc'))).__name__, type(str.__str__(text)).__name__, type(str(text)).__name__)
for plain in 'abc', Shout('abc'):
    print([name for name in ('lower', 'strip', 'expandtabs', 'casefold') if getattr(plain, name)() is plain])
