# Deep nesting, long texts and many groups; what takes long elsewhere as well is short here.
import re
import warnings

warnings.simplefilter('ignore')

print(re.match('(?:a|b)*', 'ab' * 50000).end(), re.match('(a|b)*?c', 'ab' * 5000 + 'c').end(), re.match('(?:.|\n)*', 'x\n' * 50000).end(), re.search('(?s).*b', 'b' + 'a' * 100000).end())
print(re.match('(?:(?:a)*)*', 'a' * 20000).end(), re.match('(x+)*y?', 'x' * 50).end(), re.match('(?:a?){9}a{9}', 'a' * 9).end())
nested = '(' * 90 + 'a' + ')' * 90
print(re.compile(nested).groups, re.match(nested, 'a').groups() == ('a',) * 90)
many = '|'.join('word%d' % i for i in range(500))
p = re.compile(r'\b(?:%s)\b' % many)
print(p.findall('word1 word499 word500 word77x word0'), re.compile('|'.join('(%d)' % i for i in range(200))).match('150').lastindex)
names = ''.join('(?P<g%d>.)' % i for i in range(120))
m = re.match(names, 'x' * 120)
print(len(m.groupdict()), m.lastgroup, m.span('g119'), re.match('(.)' * 99 + '\\99', 'y' * 100).end())
text = 'lorem ipsum dolor sit amet ' * 2000
print(len(re.findall('\\w+', text)), len(re.sub('o', '00', text)), len(re.split(' ', text)), sum(m.end() - m.start() for m in re.finditer('[aeiou]+', text)), re.subn('(\\w+) (\\w+)', '\\2 \\1', text)[1])
text = 'é' * 30000 + 'x'
print(re.search('x', text).span(), re.search('(?<=é)x', text).start(), re.search('é*x', text).end(), [m.start() for m in re.finditer('x|$', text)], re.sub('é', '', text), re.compile('x').search(text, 29000).start())
print(re.search('(?:ab){1000}', 'ab' * 1000).end(), re.search('a{1,500}b', 'a' * 600 + 'b').span(), re.search('(a{0,5}){0,5}b', 'a' * 20 + 'b').regs, re.match('(?:a{1,3}b?){2,20}c', 'aabaaab' * 3 + 'c').end())
for pattern in ('(' * 50, '(' * 50 + ')' * 49, '[' * 20, 'a{1000000000000}'):
    try:
        re.compile(pattern)
    except (re.error, OverflowError) as e:
        print(type(e).__name__, e)
