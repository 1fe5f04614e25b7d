# Sets of characters.
import re

text = ''.join(map(chr, range(32, 127))) + '\n\té²٣ßİıſK�😀'
for pattern in ('[a-f]', '[^ -z]', '[]x]', '[^]x]', '[-a]', '[a-]', '[a\\-z]', '[a^]', '[\\^a]', '[.*+?]', '[\\w]',
                '[^\\w\\s]', '[\\d-]', '[\\D]', '[^\\D]', '[\\]\\[]', '[\\\\]', '[é-ÿ]', '[^a-zA-Z0-9 -/:-@]', '[\\x41-\\x43]',
                '[\\101\\102]', '[\\u00e9\\U0001F600]', '[\\b]', '[\\n\\t]', '[\\s]', '[^\\S ]', '[aa]', '[^aa]', '[a-a]',
                '[\\0]', '[0-9A-Fa-f]', '[\\W_]', '[{}()]', '[\\-\\]]', '[😀]', '[^\x00-\uffff]'):
    print(pattern, ascii(''.join(re.findall(pattern, text))))
for pattern in ('[a-f]', '[^a-z]', '[É]', '[\\W]', '[ß-ÿ]', '[k]', '[K]', '[s-t]', '[ſ]', '[i]', '[İ]', '[ı]', '[A-Z]', '[^K]'):
    print(pattern, ascii(''.join(re.findall(pattern, text, re.I))), ascii(''.join(re.findall(pattern, text, re.I | re.A)))[:40])
for pattern in ('[', '[]', '[^', '[^]', '[a', '[a-', '[z-a]', '[\\d-z]', '[a-\\d]', '[\\q]', '[\\A]', '[\\8]', '[\\400]', '[\\x1]', '[\\u12]',
                '[\\U00110000]', '[a\\', '[b-a-c]', '[\\x62-a]'):
    try:
        re.compile(pattern)
        print(pattern, 'ok')
    except re.error as e:
        print(pattern, '->', e.msg, e.pos)
data = bytes(range(256))
for pattern in (b'[a-f]', b'[^\x00-\x7f]', b'[\\w]', b'[\\xe9]', b'(?i)[\\xc9k]', b'[\\W]'):
    found = b''.join(re.findall(pattern, data))
    print(pattern, len(found), found[:12])
