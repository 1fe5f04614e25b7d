"""String literals: prefixes in every spelling, escapes, mixtures of kinds, concatenation, and refusals."""
import warnings

warnings.simplefilter('ignore')
print(r'\n', R"\x41", u'\u00e9', U'\x41', b'\x41\101', Rb'\n', bR'\n', f'{1}', F'{2}', fr'\{3}', Rf'{4}\n', rb"\"", r'\'', len(r'\\'))
print('\a\b\f\v\0'.encode(), '\x7f\377\400\1234'.encode('latin-1', 'replace'), '\N{DIGIT ONE}\N{greek small letter alpha}\N{LATIN SMALL LETTER A WITH ACUTE}', '\U0001F600' == '\N{GRINNING FACE}', '\u0041\U00000042')
print(b'\u0041', b'\N{DIGIT ONE}', b'\0\00\000\0000', '\8\9\q\ ', b'\q\8', '\
joined', b'\
joined')
print('a' 'b' r'\c' f'{1}' u'd', b'a' rb'\b' b'c', f'{"x"}' '{not}' f'{{}}', ('implicit'
      ' concatenation'))
print('it''s', "a""b", """a"b""c""", '''a'b''c''', '''''' == "", """\"""", '''
two lines''', r'''\
''')
SOURCES = [r"'\x4'", r"'\u12'", r"'\U0011000'", r"'\U00110000'", r"'\N{NO SUCH}'", r"'\N'", r"'\N{}'", r"b'\x4'", r"'abc", r"'''abc", r"r'\'", r"b'é'", r"'a' b'b'", r"f'a' b'b'", r"ur'a'", r"bu'a'", r"fb'a'", r"rr'a'", r"uf''",
           r"f'{'", r"f'}'", r"f'{}'", r"f'{a b}'", r"f'{a!x}'", r"f'{a:{b:{c}}}'", r"f'{#}'", r"f'{a\n}'", r"f'{*a}'", r"f'{lambda x: 1}'", r"f'{a=}'", r"'\400'", r"b'\777'", r"'\ud800'", r"'a' 'b", r"'\x'", r"'\N{DIGIT ONE'"]
for source in SOURCES:
    try:
        print(source, '->', ascii(eval(source + '\n', {'a': 1, 'b': 2, 'c': 3})))
    except (SyntaxError, NameError) as error:
        print(source, '->', type(error).__name__, ascii(getattr(error, 'msg', error)), getattr(error, 'offset', ''))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    for source in r"'\d'", r"b'\d'", r"'\400'", r"f'\d{1}'", r"r'\d'", r"f'{1}\.'", r"'\8'", r"'''a" + '\n' + r"\z'''":
        compile(source, 'file', 'eval')
    print([(w.category.__name__, str(w.message), w.lineno) for w in caught])
