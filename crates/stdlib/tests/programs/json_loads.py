import json

good = ['0', '-0', '12', '-12', '1.5', '-1.5e3', '1E+2', '1e-2', '0.1', '123456789012345678901234567890', '-0.0', '1e400',
        '""', '"abc"', '"a\\nb"', '"\\u00e4"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ud83dx"', '"\\ude00\\ud83d"', '"\\"\\\\\\/\\b\\f\\n\\r\\t"',
        'true', 'false', 'null', 'NaN', 'Infinity', '-Infinity', '[]', '[ ]', '{}', '{ }', '[1, 2,3]', ' [1] ', '\t\n\r [\n1\n,\n2 ]\n',
        '{"a": 1}', '{"a":1,"b":[1,{"c":null}]}', '{"a":1,"a":2}', '"ä€😀"', '[[[[[]]]]]', '{"": ""}']
bad = ['', ' ', 'x', 'nul', 'tru', 'nan', '-', '-x', '01', '1.', '.5', '1.e5', '1e', '1e+', '+1', '--1', '-Inf', '[', '[1', '[1,', '[1,]', '[1 2]', '[,', ']', '{', '{"a"', '{"a":',
       '{"a":1', '{"a":1,', '{"a":1,}', '{"a" 1}', '{a:1}', '{1:2}', "{'a':1}", '{"a":1 "b":2}', '"', '"abc', '"a\nb"', '"a\tb"', '"\\', '"\\x"', '"\\u"', '"\\u12"', '"\\u12"abc',
       '"\\u123g"', '"\\u123', '"\\ud83d\\u"', '"\\ud83d\\u12"', '"\\ud83d\\ude0g"', '1 2', '[] []', '{} x', 'null,', '[1,\n2,\n x]', '{"ä": ä}', '["€", "\\q"]', '\ufeff1', '[NaN, nul]',
       '{"a":\n\n  }', '[true, fals]', '"\x00"', '[1,\n"ab', '{"k": "v" : 1}', '[-]', '[1.5.5]', '{"a": [1, {"b": ]}']
for text in good:
    print(ascii(text), ascii(json.loads(text)))
for text in bad:
    try:
        print(ascii(text), ascii(json.loads(text)))
    except ValueError as e:
        print(ascii(text), type(e).__name__, ascii(str(e)), e.msg, e.pos, e.lineno, e.colno, e.doc == text)
for value in [1, None, [], 1.5]:
    try:
        json.loads(value)
    except TypeError as e:
        print(e)
print(issubclass(json.JSONDecodeError, ValueError), json.JSONDecodeError)
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())))
print(json.loads('{"a": {"b": 1}, "a": 2}', object_pairs_hook=lambda p: p))
print(json.loads('[1, 2.5, 1e3, NaN, -Infinity]', parse_int=lambda s: 'i' + s, parse_float=lambda s: 'f' + s, parse_constant=lambda s: 'c' + s))
try:
    json.loads('[' * 100000)
except RecursionError as e:
    print('deep', str(e)[:32])
class File:
    def __init__(self, text): self.text = text
    def read(self): return self.text
print(json.load(File('[1, 2]')))
text = '[' + ', '.join('{"k%d": [%d, "v", null, true, 1.5e%d]}' % (i, i, i % 5) for i in range(1000)) + ']'
value = json.loads(text)
print(len(value), value[999], json.loads(json.dumps(value)) == value)
try:
    json.loads('1' * 5000)
except ValueError as e:
    print(type(e).__name__, e)
