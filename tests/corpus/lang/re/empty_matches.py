# Where a match may be empty, and what comes after it.
import re

for pattern in ('', 'x*', 'x?', '(x)?', 'x*?', 'x??', '(?=x)', '\\b', '^', '$', '(?m)^', '(?m)$', 'a|', '|a', '(a|)', '(?:)', 'x*|a', '(?<=x)', 'a*?b*', '(?:a|b)*?', '(?>x*)', '()', '(a*)(b*)'):
    for text in ('', 'x', 'axxb', 'a\nb\n', 'éxé'):
        print(pattern, ascii(text), re.findall(pattern, text), [m.span() for m in re.finditer(pattern, text)], ascii(re.sub(pattern, '-', text)), re.split(pattern, text), re.subn(pattern, '-', text, 1)[1])
try:
    re.findall('(', '')
except re.error as e:
    print(e)
