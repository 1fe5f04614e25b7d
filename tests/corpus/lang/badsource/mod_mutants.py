"""Valid sources, changed in one place each, and what the compiler says of them."""
import warnings

BASES = r'''x = [1, 2, 3]
===
d = {"a": 1, "b": 2}
===
f(a, *b, c=1, **d)
===
def f(a, b=1, *c, d, e=2, **g):
    return a
===
def f(a, /, b, *, c: int = 3) -> int:
    pass
===
class A(B, metaclass=C):
    x: int = 3
===
if x == 1:
    pass
elif y:
    z = 2
else:
    w = 3
===
while x < 10:
    x += 1
    if x: break
else:
    pass
===
for i, (j, *k) in a:
    continue
===
try:
    x()
except (A, B) as e:
    raise C from e
else:
    y
finally:
    z
===
with a as b, c as (d, e):
    pass
===
import a.b as c, d
from ..f import (g as h, i,)
===
lambda a, *b, c=1: a + b
===
[x for x in y if x if z]
===
async def f():
    await a
    async with b as c:
        pass
    async for d in e:
        yield d
===
match x:
    case 1 | -2 | "a":
        pass
    case {"k": v, **rest}:
        pass
    case A(b, c=d) as e:
        pass
===
global a, b
del a[0], b.c, (d, e)
assert a, "b"
===
a = b if c else d
===
a[1:2, ::3, ...] = -b ** ~c
===
not a and b or c is not d in e not in f
===
(y := f(x)) + 1
===
a, *b = c, d = 1, 2
===
print(a.b.c[d](e)(f=g))
===
"abc" 'def' f"x{y!r:>{z}}"
===
a <<= 1; b //= 2; c @= d
'''.strip('\n').split('\n===\n')
LONG = ('**=', '//=', '<<=', '...', '**', '//', ':=', '->', '==', '@=', '+=')
# What differs from CPython 3.11, by program; left_out.py shows what is said of them.
KNOWN = {
    'comma': [
        '[x for x , y if x if z]\n',
    ],
    'name': [
        'f(a, *b, c z 1, **d)\n',
        'a,  z b = c, d = 1, 2\n',
        'a, *b  z  c, d = 1, 2\n',
    ],
    'swapped': [
        'f(a, *b, c=1, d ** )\n',
        'print(a.b.cd [ ](e)(f=g))\n',
        'print(a.b.c[] d (e)(f=g))\n',
        'print(a.b.c[d](e)f ( =g))\n',
    ],
    'twice': [
        'f(a, *b, c c=1, **d)\n',
        'a, *b b = c, d = 1, 2\n',
    ],
    'without': [
        'a, *b  c, d = 1, 2\n',
        'print(a.b.c[](e)(f=g))\n',
    ],
}


def tokens(text):
    found, at = [], 0
    while at < len(text):
        end = at + 1
        if text[at] in '"\'':
            end = text.index(text[at], end) + 1
        elif text[at].isalnum():
            while end < len(text) and text[end].isalnum():
                end += 1
        elif text[at] in ' \n':
            while end < len(text) and text[end] == ' ':
                end += 1
        else:
            for long in LONG:
                if text.startswith(long, at):
                    end = at + len(long)
                    break
        found.append(text[at:end])
        at = end
    return found


def outcome(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            compile(source, '<mutant>', 'exec', dont_inherit=True)
            result = ('fine',)
        except SyntaxError as e:
            result = (type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text)
    return result, [(str(w.message), w.lineno) for w in caught]


def check(kind, change):
    """Apply a change to every token of every source; print counts, messages and a checksum.

    The change gets the tokens, an index and the token there, and returns the new tokens.
    """
    for number, base in enumerate(BASES):
        parts = tokens(base + '\n')
        sum, count, messages = 7, 0, {}
        for at, part in enumerate(parts):
            if part == ' ':
                continue
            source = ''.join(change(parts, at, part))
            if source in KNOWN.get(kind, ()):
                continue
            result = outcome(source)
            count += 1
            if result[0][0] != 'fine':
                messages[result[0][1]] = messages.get(result[0][1], 0) + 1
            for char in repr(result):
                sum = (sum * 31 + ord(char)) % 1000000007
        print(number, count, sum)
        for message, times in messages.items():
            print('  ', times, message)
