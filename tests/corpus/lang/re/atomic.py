# Atomic groups and possessive repetitions give nothing back.
import re

for pattern, text in [
    ('(?>a*)a', 'aaa'), ('(?>a*)b', 'aab'), ('(?>a|ab)c', 'abc'), ('(?>ab|a)c', 'abc'), ('(?>(a+))b', 'aab'), ('a++a', 'aaa'), ('a++b', 'aab'),
    ('a?+a', 'a'), ('a?+a', 'aa'), ('a*+b', 'b'), ('a{1,2}+a', 'aa'), ('a{1,2}+a', 'aaa'), ('(?:ab)++c', 'ababc'), ('(?:ab)++ab', 'abab'), ('(?:a|ab)++b', 'aab'),
    ('(a|ab){2}+', 'aba'), ('(?>(?:a|ab){2})', 'aba'), ('(?:a*)*+b', 'aab'), ('(?:)*+x', 'x'), ('(?>)x', 'x'), ('(?>(?>a+)b)+', 'aabab'),
    ('x(?>y*)(?=y)', 'xyy'), ('(?>|a)b', 'ab'), ('(?>a|)b', 'ab'), ('(?:.*+x)?y', 'aaxy'), ('"[^"]*+"', 'say "hi" now'), ('(?>\\w+)\\.', 'abc.'),
    ('(?>(a)|(b))\\2?', 'ab'), ('((?>a+)|b)*c', 'aabac'), ('(?>(a+)|b)+?c', 'aabac'), ('(?=(a++))\\1b', 'aab'), ('(?<=a(?>b))c', 'abc'), ('(?!a++b)a', 'aab aac'),
    ('é++é', 'ééé'), ('(?:éa?)++', 'ééaé'), ('(?>é|éa)b', 'éab'),
]:
    m = re.search(pattern, text)
    print(pattern, text, m and (m.span(), m.groups()))
print(re.findall('(?>\\d+)(?!px)', '12px 34em 5'), re.findall('\\d+(?!px)', '12px 34em 5'))
print(re.sub('a++', '<\\g<0>>', 'baaac'), re.split('(?>,\\s*)', 'a, b,c'))
for pattern in ('(?>', '(?>a', 'a+++', 'a*+*', 'a{1}++', '(?>a)++', '(?>*)', '++'):
    try:
        re.compile(pattern)
        print(pattern, 'ok')
    except re.error as e:
        print(pattern, '->', e)
