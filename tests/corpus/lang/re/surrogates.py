# Lone surrogates, and characters beyond 16 bits, are characters like others.
import re

text = 'a\ud800b\udc00\ud83d\ude00c\U0001f600é\uffff'
for pattern in ('.', '[\ud800-\udfff]', '[^\ud800-\udfff]', '\ud83d', '\ude00', '\U0001f600', '\\ud83d', '\\U0001f600', '[\\ud800]', '\\w', '\\W', '(?i)\udc00', '.\udc00', '(\ud800).', '[\ud83d\U0001f600]', '\ud83d\ude00', '[\U00010000-\U0010ffff]', '\ud800?b', '[^a]+'):
    print(ascii(pattern), [(ascii(m.group()), m.span()) for m in re.finditer(pattern, text)])
print(ascii(re.sub('[\ud800-\udfff]', '?', text)), ascii(re.sub('a', '\ud800', 'aba')), ascii(re.sub('a', '\\g<0>\udc00', 'a')), ascii(re.split('\udc00', text)), ascii(re.escape('\ud800.')))
m = re.match('(?P<x>\ud800)?(.)', '\ud800\udc00')
print(ascii(m.group()), m.span('x'), ascii(m.groups()), ascii(repr(m)), ascii(m.expand('\\2\\1')), ascii(m.groupdict()))
print(re.match('(\ud800)\\1', '\ud800\ud800').span(), re.match('(?<=\ud800)a', 'a'), re.compile('(?<=\ud800)a').match('\ud800a', 1).span(), ascii(repr(re.compile('\ud800'))))
for pattern in ('\ud800(', '[\udfff-\ud800]', '(?P<\ud800>a)', '(?\ud800)', '\\\ud800*', '[\ud800'):
    try:
        print(ascii(pattern), ascii(re.compile(pattern).pattern))
    except re.error as e:
        print(ascii(pattern), '->', ascii(e.msg), e.pos)
