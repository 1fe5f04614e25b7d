# json with arguments that it cannot use.
import json


def t(name, do):
    try:
        print(name, "->", repr(do())[:150])
    except BaseException as error:
        print(name, "|", type(error).__name__, str(error)[:200])


for sep in [1, (1, 2), ('a',), 'ab', (',', ':', ';'), None, [',', ':'], ('a', 1), (1, 'a'), b'ab', (b'a', b'b'), 'abc', '', (), 1.5, True]:
    t(f'json sep {sep!r}', lambda: json.dumps({'a': [1, 2]}, separators=sep))
    t(f'json sep scalar {sep!r}', lambda: json.dumps(1, separators=sep))
for ind in ['ab', -1, 0, True, 1.5, [], b'a', None, (), 2, {}, object]:
    t(f'json indent {ind!r}', lambda: json.dumps({'a': [1, 2]}, indent=ind))
    t(f'json indent e {ind!r}', lambda: json.dumps([], indent=ind))
t('cls', lambda: json.dumps(1, cls=5))
t('default', lambda: json.dumps(object(), default=5))
t('default', lambda: json.dumps(1, default=5))
t('skipkeys', lambda: json.dumps({(1,): 2}, skipkeys='x'))
t('skip', lambda: json.dumps({(1,): 2}))
t('sort', lambda: json.dumps({1: 2, 'a': 1}, sort_keys=1))
t('foo', lambda: json.dumps(1, foo=1))
t('allow_nan', lambda: json.dumps(float('nan'), allow_nan=0))
t('pos', lambda: json.dumps(1, 2))
t('none', lambda: json.dumps())
t('loads', lambda: json.loads(5))
t('loads', lambda: json.loads(None))
t('loads', lambda: json.loads('1', foo=2))
t('loads', lambda: json.loads('1', cls=5))
t('hook', lambda: json.loads('{}', object_hook=5))
t('hook', lambda: json.loads('1', parse_int=5))
t('hook', lambda: json.loads('1.5', parse_float=5))
t('hook', lambda: json.loads('NaN', parse_constant=5))
t('hook', lambda: json.loads('{}', object_pairs_hook=5))
t('enc', lambda: json.loads('{}', encoding='x'))
t('strict', lambda: json.loads('"\n"', strict=''))
t('dump', lambda: json.dump(1, 5))
t('load', lambda: json.load(5))
t('dump', lambda: json.dump(1))
t('bytes', lambda: json.loads(b'\xff\xfe'))
t('bom', lambda: json.loads('\ufeff1'))
t('check', lambda: json.dumps(1, check_circular=''))
t('ens', lambda: json.dumps('é', ensure_ascii=''))
t('enc', lambda: json.JSONEncoder(1))
t('dec', lambda: json.JSONDecoder(1))
t('raw', lambda: json.JSONDecoder().raw_decode(''))
t('raw', lambda: json.JSONDecoder().raw_decode('1', -5))
t('raw', lambda: json.JSONDecoder().raw_decode(5))
t('raw', lambda: json.JSONDecoder().raw_decode('1', 'x'))
t('dd', lambda: json.JSONDecodeError('a', 5, 1))
t('dd', lambda: json.JSONDecodeError('a'))
