# Case: of ASCII, of Unicode, of the characters that have more than one.
import re
import sys

groups = ['kKK', 'sSſ', 'iIİı', 'åÅÅ', 'µμΜ', 'σςΣ', 'θϑΘϴ', 'ßẞ', 'éÉ', 'ǆǅǄ', 'ω\u2126Ω', 'ﬅﬆ', 'ꙋᲈꙊ', '\U00010400\U00010428', 'φϕΦ', 'βϐΒ', 'жЖ', 'ⅷⅧ', 'ⓐⓐ', 'ａＡ']
for group in groups:
    for pattern in group:
        print(ascii(pattern), ascii(''.join(c for c in ''.join(groups) if re.match(pattern, c, re.I))), ascii(''.join(c for c in group if re.match('[%s]' % pattern, c, re.I))), ascii(''.join(c for c in group if not re.match('[^%s]' % pattern, c, re.I))),
              ascii(''.join(c for c in group if re.match(pattern, c, re.I | re.A))))
for low, high in [('a', 'z'), ('A', 'Z'), ('à', 'ÿ'), ('À', 'Þ'), ('α', 'ω'), ('А', 'Я'), ('\U00010400', '\U00010427'), ('@', '`'), ('\x00', '\U0010ffff'), ('ſ', 'ƀ'), ('K', 'Å')]:
    p = re.compile('[%s-%s]' % (low, high), re.I)
    q = re.compile('[^%s-%s]' % (low, high), re.I)
    every = ''.join(groups) + 'azAZmM@[`{éÉñÑαΩяЯ'
    print(ascii(low), ascii(high), ascii(''.join(p.findall(every))), len(q.findall(every)))
print(re.findall('(?i)straße', 'Straße STRASSE STRAßE straẞe'), re.findall('(?i)[^a]', 'aAbB'), re.findall('(?i)\\W', 'aÉ-'), re.findall('(?i)(.)\\1', 'aAkKsſéÉßẞ'), re.sub('(?i)HELLO', 'bye', 'Hello hELLO'))
print(re.findall('(?i)a{2}', 'aAaA'), re.findall('(?i)ab|CD', 'ABcd'), re.findall('(?i:a)B', 'AB aB Ab'), re.split('(?i)x', 'aXbxc'), re.fullmatch('(?i)[a-z]+', 'HeLLo'), re.match('(?i)\\x41\\u00e9', 'aÉ'), re.match('(?ia)é', 'É'))
try:
    re.compile('(?i)[z-a]')
except re.error as e:
    print(e)
