# Source text in bytes: byte order marks, comments that name the encoding, bytes that are no text.


def t(name, do):
    try:
        print(name, "->", repr(do())[:150])
    except BaseException as error:
        print(name, "|", type(error).__name__, str(error)[:200])


for data in [b'\xff', b'1+1', b'# coding: nope\n1', b'"\xe9"', b'\xef\xbb\xbf1', b'\xef\xbb\xbf# coding: latin-1\n1', b'1\x00', b'\n\n"\xff"', b'# coding: ascii\n"\xe9"', b'x = 1', b' 1', b'"\xc3\xa9"', b'# -*- coding: utf-8 -*-\n"\xc3\xa9"', b'\xff\xfe1\x00', b"'\xed\xa0\x80'", b'1 + \xe9']:
    for kind in [bytes, bytearray, memoryview]:
        d = kind(data)
        t('eval %s %r' % (kind.__name__, data), lambda: eval(d))
        def ex():
            ns = {}
            exec(d, ns)
            ns.pop('__builtins__')
            return ns
        t('exec %s %r' % (kind.__name__, data), ex)
        for mode in ['exec', 'eval', 'single']:
            t('compile %s %s %r' % (mode, kind.__name__, data), lambda: compile(d, 'F', mode).co_filename)
def full(do):
    try:
        do()
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, ascii(error.text), error.filename)


for data in [b"\xff", b'\n\n"\xff"', b"# coding: nope\n1", b'# coding: ascii\n"\xe9"', b"\xef\xbb\xbf# coding: latin-1\n1", b"1\x00", b'f = "ab\xc3"', b'f = "a\xe2\x82"', b"a\xe2\x82b = 1", b"\xc3\xa9 = \xe9", b'x = "\xc3\xa9\xff"']:
    full(lambda: compile(data, "F", "exec"))
    full(lambda: exec(data))
