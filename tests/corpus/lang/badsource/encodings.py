# How a source may say that it is UTF-8, and where nobody asks what it says.
import sys

for name in ('utf-8', 'utf8', 'UTF-8', 'utf_8', 'Utf_8', 'U8', 'utf-8-unix', 'utf-8-sig', 'cp65001', 'utf', 'ascii',
             'us-ascii'):
    for text in (f'# coding: {name}\nx = 1', f'#!/bin/sh\n# vim: set fileencoding={name} :\nx = 1',
                 f'# -*- coding:{name} -*-\nx = 1', f'\n\t # coding={name}\nx = 1'):
        space = {}
        exec(text.encode(), space)
        exec(compile(text.encode(), '<bytes>', 'exec'), space)
        print(space['x'], end=' ')
    print(name)

print(eval(b'\xef\xbb\xbf1'), eval(b'# coding: utf8\n"\xc3\xa9"'), eval(b'\xef\xbb\xbf# coding: utf-8\n2'))

# A string has been decoded; its comments say nothing.
for name in ('latin-1', 'utf-16', 'bogus', 'hex', 'koi8-r', 'utf-8'):
    print(eval(f'# coding: {name}\n"\u20ac\u00e9"'), end=' ')
    space = {}
    exec(f'# coding: {name}\nx = "\u20ac"', space)
    print(space['x'], compile(f'# coding: {name}\n1', '<text>', 'eval').co_filename)

# Neither does a comment behind the second line, or behind code.
print(eval(b'\n\n# coding: bogus\n3'))
space = {}
exec(b'x = 4\n# coding: bogus\n', space)
print(space['x'])
for text in (b'# coding: bogus\n1', b'# coding: latin-1000\n1', b'#coding:hex\n1', b'\xef\xbb\xbf# coding: koi8-r\n1'):
    try:
        eval(text)
    except SyntaxError as error:
        print(type(error).__name__, error.msg is not None)
