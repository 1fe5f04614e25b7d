# Patterns of bytes.
import re
import warnings

warnings.simplefilter('ignore')

print(re.match(b'(\\w+) (\\w+)', b'hello world').groups(), re.search(b'\xe9', b'a\xe9'), re.findall(b'.', b'a\n\xff'), re.split(b',', b'a,b'), re.sub(b'(a)', b'<\\1>', b'banana'), re.subn(b'a', b'', b'banana', 1))
for value in (b'xabx', bytearray(b'xabx'), memoryview(b'xabx'), memoryview(b'xabxab')[1:]):
    m = re.search(b'a(b)', value)
    print(m.group(), m.groups(), m.span(), m.string is value, re.findall(b'a|b', value), re.sub(b'a', b'-', value), re.split(b'a', value), type(re.sub(b'q', b'', value)))
print(re.findall(b'\\w', bytes(range(256))) == [bytes([c]) for c in range(128) if chr(c).isalnum() or c == 95], re.findall(b'\\s', bytes(range(256))), re.findall(b'(?i)[k\xe9]', b'kK\xe9\xc9'))
print(re.findall(b'(?i)\xe9', b'\xe9\xc9'), re.findall(b'(?L)\\w', b'a\xe9'), re.findall(b'(?iL)A', b'aA'), re.findall(b'\\b.', b'ab cd'), re.match(b'(?a)\\w', b'a'), re.findall(rb'\d+|\x00', b'12\x00'))
m = re.match(b'(?P<name>a)(?P<other>b)?', b'ac')
print(m.groupdict(), m['name'], m.lastgroup, m.expand(b'\\g<name>-\\1'), m.re.groupindex['other'], repr(m), m.re.pattern)
print(re.compile(b'a', re.I), re.compile(b'a').flags, [m.span() for m in re.finditer(b'', b'ab')], re.fullmatch(b'[^\xff]*', b'\xfe\x00'), re.escape(b'a.\xe9'))
print(re.sub(b'.', lambda m: m[0] * 2, b'ab'), re.sub(b'(?P<x>a)', rb'\g<x>\x' [:6], b'a') if False else '', re.sub(b'a', rb'\\\n', b'a'), re.sub(b'a', rb'\351', b'a'))
for bad in (lambda: re.search(b'a', 'a'), lambda: re.search('a', b'a'), lambda: re.search('a', bytearray(b'a')), lambda: re.sub(b'a', 'b', b'a'), lambda: re.sub('a', b'b', 'a'), lambda: re.sub(b'a', 'b\\n', b'a'), lambda: m.expand('x'), lambda: m.group(b'name'),
            lambda: re.compile(b'(?u)a'), lambda: re.compile(b'\\u1234'), lambda: re.compile(b'(?P<\xff>a)'), lambda: re.compile(memoryview(b'a')), lambda: re.compile(b'a', re.U), lambda: re.fullmatch(b'a', 5), lambda: re.search(b'a', memoryview(b'abcd')[::2])):
    try:
        print(bad())
    except (TypeError, ValueError, IndexError, re.error, BufferError) as e:
        print(type(e).__name__, e)
