# Classes of characters by Unicode and by ASCII, words and lines.
import re

text = 'aZ_09éßºª²½٣५Ⅷ①漢ひ한\u0301\u200d\u00a0\u2003\u2028\u0085\x1c\x1f\x0b\x0c\t\n\r -+.😀\ud800'
for pattern in ('\\w', '\\W', '\\d', '\\D', '\\s', '\\S', '.', '\\b.', '\\B.', '[\\w-]', '[^\\d\\s]'):
    print(pattern, ascii(''.join(re.findall(pattern, text))))
    print(pattern, ascii(''.join(re.findall(pattern, text, re.A))))
for pattern, text in [('\\b', ''), ('\\B', ''), ('\\b', 'a'), ('\\B', 'ab'), ('\\b', 'é a'), ('\\B', ' é '), ('^', ''), ('$', ''), ('$', '\n'), ('^$', '\n'), ('(?m)^$', '\n\n'), ('(?m)$', 'a\nb'), ('\\A', 'a\nb'), ('\\Z', 'a\n'), ('(?m)\\A', 'a\nb'), ('(?m)\\Z', 'a\nb'),
                      ('a$', 'a\n'), ('a$', 'a\n\n'), ('(?m)a$', 'a\n\n'), ('.$', 'a\r\n'), ('(?m)^.', 'a\rb\nc\u2028d'), ('(?s).$', 'a\n'), ('\\b\\w+\\b', 'naïve café'), ('(?a)\\b\\w+\\b', 'naïve café')]:
    print(pattern, ascii(text), [m.span() for m in re.finditer(pattern, text)])
count = {name: sum(1 for c in range(0x3000) if re.match(name, chr(c))) for name in ('\\w', '\\d', '\\s')}
print(all((re.match('\\w', chr(c)) is not None) == (chr(c).isalnum() or c == 95) for c in range(0x3000)), all((re.match('\\d', chr(c)) is not None) == chr(c).isdecimal() for c in range(0x3000)), all((re.match('\\s', chr(c)) is not None) == chr(c).isspace() for c in range(0x3000)), count)
try:
    re.compile('[\\w-z]')
except re.error as e:
    print(e)
