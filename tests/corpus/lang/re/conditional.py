# Conditions on groups, and references back.
import re

for pattern, text in [
    ('(a)?b(?(1)c|d)', 'abc'), ('(a)?b(?(1)c|d)', 'bd'), ('(a)?b(?(1)c|d)', 'abd'), ('(a)?b(?(1)c)', 'b'), ('^(<)?\\w+(?(1)>|$)$', '<a>'), ('^(<)?\\w+(?(1)>|$)$', '<a'), ('(?P<q>["\'])?x(?(q)(?P=q))', '"x"'),
    ('(?:(a)|b)*(?(1)c|d)', 'bac'), ('(a)(?(1)|x)b', 'ab'), ('(?(1)a|b)(c)?', 'bc'), ('(a(?(1)b|c))', 'ac'), ('(?:(a)|(b))(?(1)x)(?(2)y)', 'by'), ('(a)?(?(1)(b)|(c))', 'c'), ('((a)|b)(?(2)c|d)', 'bd'),
    ('(a)\\1', 'aa'), ('(a*)b\\1', 'aabaa'), ('(a|b)c\\1', 'acb'), ('(a)?\\1', 'b'), ('(a)?\\1b', 'b'), ('(?P<x>.)(?P=x)', 'abb'), ('(.)(.)\\2\\1', 'xabbay'), ('(?i)(a)\\1', 'aA'), ('(?i)(é)\\1', 'éÉ'), ('(é)\\1', 'éé'),
    ('(?:(a)|b\\1)+', 'aba'), ('(a*)(?:\\1b)*', 'aaab'), ('(\\w+) \\1', 'the the cat'), ('(?i)(straße) \\1', 'STRASSE straße STRAßE'), ('(?:(\\d)\\1)+', '1122'), ('((.)\\2)+', 'aabbc'), ('(?s)(.)\\n\\1', 'a\na'),
]:
    m = re.search(pattern, text)
    print(pattern, ascii(text), m and (m.span(), m.groups()))
for pattern in ('(?(', '(?(1', '(?()a)', '(?(0)a)', '(?(-1)a)', '(?(1)a)', '(?(2)a)(b)', '(?(a)b)', '(?(a.b)c)', '(?(1a)b)', '(?(1)a|b|c)', '(a)(?(1)b|c|d)', '(a)(?(1)', '(a)(?(1)b', '(a)(?(1)b|', '(?(99999999999)a)',
                '(?(1073741823)a)', '(?(1073741822)a)', '(?P=a)', '(?P=', '(?P=a', '(?P=1)', '(?P<a>(?P=a))', '(a\\1)', '(?P<a>x)(?P=b)', '\\2(a)', '(?P<a>x)(?(a)y|z)', '(?P<é>x)(?P=é)(?(é)y)'):
    try:
        p = re.compile(pattern)
        print(pattern, 'ok', p.groups)
    except re.error as e:
        print(pattern, '->', e, e.pos)
