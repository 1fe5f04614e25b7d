# Strings, bytes, f-strings, escapes.
# Each source with its exception, message and place, or its warnings.
import warnings


def show(source, mode='exec'):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            compile(source, '<wrong>', mode, dont_inherit=True)
            print(repr(source), 'compiles')
        except SyntaxError as error:
            place = error.lineno, error.offset, error.end_lineno, error.end_offset
            print(repr(source), type(error).__name__, error.msg, *place, repr(error.text), sep='\n  ')
        except Exception as error:
            print(repr(source), type(error).__name__, error, sep='\n  ')
    for warning in caught:
        print('  ', warning.category.__name__, warning.message, warning.lineno)


SOURCES = [
    "'a",
    '"a',
    "'a\\n'",
    '\'a" ',
    "'''a",
    '"""a\\nb',
    '\'\'\'a\n"""',
    "b'é'",
    'b"a" "b"',
    '"a" b"b"',
    "'\\x'",
    "'\\xg0'",
    "'\\u12'",
    "'\\U00110000'",
    "'\\N'",
    "'\\N{'",
    "'\\N{}'",
    "'\\N{no such}'",
    "b'\\x1'",
    "'\\d'",
    "b'\\d'",
    "'a\\qb\\z'",
    "'a' '\\d' '\\e'",
    "r'\\d'",
    "'''\\n\\d'''",
    "f'\\d{x}\\e'",
    "ur'a'",
    "bu'a'",
    "fb'a'",
    "f'{'",
    "f'}'",
    "f'{}'",
    "f'{ }'",
    "f'{a'",
    "f'{a b}'",
    "f'{a!}'",
    "f'{a!x}'",
    "f'{a!r'",
    "f'{a:'",
    "f'{a:{b'",
    "f'{a:{b:{c}}}'",
    "f'{a:{b:{c:{d}}}}'",
    "f'{\\n}'",
    'f"{\'\\n\'}"',
    "f'{#}'",
    "f'{a #}'",
    "f'{a[}'",
    "f'{a)}'",
    "f'{(a]}'",
    "f'{a=b}'",
    "f'{lambda x: 1}'",
    "f'{lambda}'",
    "f'{*}'",
    "f'{**a}'",
    "f'{*a}'",
    "f'{a := 1}'",
    "f'{!r}'",
    "f'{:x}'",
    "f'{=}'",
    "f'{a $ b}'",
    "f'{1 = 2}'",
    "f'{f(a b)}'",
    "f'{yield'",
    "f'{print x}'",
    'f"{\'a}"',
    'f\'{a["b]}\'',
    "f'a{b}c{'",
    "f'{a.}'",
    "f'{1a}'",
    "f'{0777}'",
    "f'{a if b}'",
    "f'{{}'",
    "f'{}}'",
    "'{' f'{'",
    "f'a' f'{b c}'",
    "x = 1; f'{d e}'",
    'f\'{"\'',
    "f'{a}' b'c'",
]

for source in SOURCES:
    show(source)
