# Repetitions: greedy, lazy, counted, nested, of what may be empty.
import re

text = 'aaaa'
for body in ('a', '(a)', '(?:a)', '[ab]', '.', '(?:aa)', '(?:a|b)', '(a|aa)'):
    for count in ('*', '+', '?', '{2}', '{2,}', '{,3}', '{1,3}', '{0}', '{,}', '{9}'):
        row = []
        for greed in ('', '?', '+'):
            m = re.match(body + count + greed, text)
            row.append(m and (m.end(),) + m.groups())
        print(body, count, row)
for pattern, text in [
    ('(?:a*)*b', 'aab'), ('(a*)*b', 'aab'), ('(a*)+?b', 'aab'), ('(?:a?){3}', 'aa'), ('(a?){5}', 'aa'), ('(?:){5}x', 'x'),
    ('(?:|a)*', 'aa'), ('(?:|a)+b', 'aab'), ('(a|)*?b', 'aab'), ('((a*)(b*))*', 'aabbab'), ('(?:(a)|(b)|)*c', 'abc'),
    ('(?:a{2}){2,3}', 'aaaaaaa'), ('(?:ab){2,}?c', 'abababc'), ('(?:.a){1,2}', 'xaya'), ('x{2,3}?y', 'xxxy'), ('a{1', 'a{1'),
    ('a{', 'a{'), ('{', '{'), ('a{x}', 'a{x}'), ('a{1,x}', 'a{1,x}'), ('a{}', 'a{}'), ('x{,2}y', 'xxxy'), ('}', '}'), ('a{ 1}', 'a{ 1}'),
    ('.*b', 'aabab'), ('.*?b', 'aabab'), ('.+?', 'ab'), ('a.*c', 'abcbc'), ('[^b]*b', 'aab'), ('a*?$', 'aa'), ('(.*?)(\\d+)$', 'ab123'),
    ('(.*)(\\d+)', 'ab123'), ('(\\w+)\\s(\\w+)', 'ab cd'), ('^(?:.*,)?x', 'a,b,x'), ('(x+x+)+y', 'xxxxxxxxy'), ('é*', 'éé'), ('é{1,2}?é', 'ééé'),
    ('.*é', 'aéaé'), ('[à-ü]+ü', 'éàüü'), ('.{3}', 'éaé'), ('(?:é|a)*b', 'éaéb'),
]:
    m = re.search(pattern, text)
    print(pattern, text, m and (m.span(), m.groups()))
for pattern in ('*', '+a', '?', '{1}', '(*)', 'a|*', 'a**', 'a+*', 'a?{2}', 'a{2}{3}', 'a*??', 'a+++', '^*', '$?', '\\b+', '(?:^)*', '(?=a)*b', 'a{2,1}',
                'a{99999999999}', 'a{1,4294967295}', 'a{4294967294}', '(?i)*', '(?#x)*', 'x(?#y)*'):
    try:
        re.compile(pattern)
        print(pattern, 'ok')
    except (re.error, OverflowError) as e:
        print(pattern, '->', type(e).__name__, e)
