# Encodings by tables, escapes of bytes, UTF-7.
import codecs


def t(function, *args):
    try:
        print(args, repr(function(*args)))
    except Exception as error:
        print(args, type(error).__name__, error, getattr(error, 'reason', ''))


dec=''.join(chr(255-i) for i in range(256))
t(codecs.charmap_decode,b'abc','strict',dec)
t(codecs.charmap_decode,b'abc','strict',dec[:98])
t(codecs.charmap_decode,b'abc','replace',dec[:98])
t(codecs.charmap_decode,b'a\xe9')
t(codecs.charmap_decode,b'ab','strict',{97:'xyz',98:None})
t(codecs.charmap_decode,b'ab','ignore',{97:'xyz'})
t(codecs.charmap_decode,b'a','strict',{97:0x10ffff})
t(codecs.charmap_decode,b'a','strict',{97:0x110000})
t(codecs.charmap_decode,b'a','strict',{97:1.5})
t(codecs.charmap_decode,b'a','strict','\ufffe'*256)
t(codecs.charmap_decode,b'a','strict',{97:'\ufffe'})
t(codecs.charmap_decode,'a')
t(codecs.charmap_decode,b'','strict',None)
t(codecs.charmap_decode,b'a','strict',{97:0xfffe})
t(codecs.charmap_encode,'abc','strict',{97:98,98:b'xyz',99:None})
t(codecs.charmap_encode,'ab','strict',{97:98,98:b'xyz'})
t(codecs.charmap_encode,'a\u20ac')
t(codecs.charmap_encode,'a\u20acb','replace',{97:65,98:66,63:b'?'})
t(codecs.charmap_encode,'a\u20acb','replace',{97:65,98:66})
t(codecs.charmap_encode,'a\u20acb','xmlcharrefreplace',{97:65,98:66})
t(codecs.charmap_encode,'a\u20acb','xmlcharrefreplace')
t(codecs.charmap_encode,'a','strict',{97:256})
t(codecs.charmap_encode,'a','strict',{97:'x'})
t(codecs.charmap_encode,b'a')
t(codecs.charmap_encode,'\u20ac\u20acx','ignore',{120:1})
t(codecs.charmap_encode,'\u20ac\u20acx','strict',{120:1})
t(codecs.charmap_encode,'a','strict',{97:-1})
t(codecs.charmap_encode,'a\u20acb','backslashreplace')
m = codecs.charmap_build(dec)
print(codecs.charmap_encode('abc', 'strict', m))
try:
    codecs.charmap_encode('a\u20ac', 'strict', m)
except UnicodeEncodeError as error:
    print(error)
t(codecs.charmap_build,b'')
for b in [b'abc', br'\n\t\\\'\"\a\b\f\v\r', br'\x41\101\7', b'\\', b'\\x4', b'\\xzz', b'a\\\nb', '\\x41é', b'\xe9']: 
    for e in ('strict', 'ignore', 'replace', 'x'):
        t(codecs.escape_decode, b, e)
t(codecs.escape_decode,1)
t(codecs.escape_encode,b'\x00a\n\t\r\\\'"\xe9~\x7f')
t(codecs.escape_encode,'a')
t(codecs.escape_encode,b'a','bogus')
t(codecs.readbuffer_encode,'aé')
t(codecs.readbuffer_encode,b'x')
t(codecs.readbuffer_encode,bytearray(b'x'),'strict')
t(codecs.readbuffer_encode,1)
t(codecs.utf_16_ex_decode,b'\xff\xfea\0')
t(codecs.utf_16_ex_decode,b'a\0')
t(codecs.utf_16_ex_decode,b'\0a','strict',1)
t(codecs.utf_16_ex_decode,b'a\0b','strict',0,False)
t(codecs.utf_16_ex_decode,b'a\0b','strict',-1,True)
t(codecs.utf_16_ex_decode,b'\xfe\xff\0a')
t(codecs.utf_16_ex_decode,b'\xfe')
t(codecs.utf_32_ex_decode,b'\xff\xfe\0\0a\0\0\0')
t(codecs.utf_32_ex_decode,b'a\0\0\0')
t(codecs.utf_32_ex_decode,b'\0\0\0a','strict',1)
t(codecs.utf_32_ex_decode,b'a\0\0\0','strict',-1)
t(codecs.utf_16_ex_decode,b'a\0','strict',-1)
t(codecs.utf_16_ex_decode,b'\xff\xfea\0','strict',-1)
t(codecs.utf_16_ex_decode,b'\xff\xfea\0','strict',1)
for s in ['abc','a+b','é','\u20ac','a\u20acb','\U00010000','~\\','A\u2262\u0391.','+','\u65e5\u672c\u8a9e','a\u20ac-','a\u20ac+','\0\t\n\r ','!"#$%&*;<=>@[]^_`{|}','\ud800','é1','é/']:
    t(codecs.utf_7_encode,s)
    print(codecs.utf_7_decode(s.encode('utf-7')) == (s, len(s.encode('utf-7'))))
for b in [b'+', b'+-', b'+AGE', b'+AGE-', b'+AGE x', b'\xe9', b'+AG', b'+AGE-x', b'+2AA-', b'+2ADcAA-', b'+A', b'a+', b'+IKw', b'++', b'+*', b'+AGEA', b'+AGFh', b'a~b', b'+AGE\xe9', b'+2AA', b'+IKx-', b'\\']:
    for e in ('strict','replace','ignore'):
        t(codecs.utf_7_decode,b,e)
        t(codecs.utf_7_decode,b,e,True)

info = codecs.lookup('UTF-7')
print(info.name, info.encode('a\u20ac'), info.decode(b'+IKw-'), 'x\u20ac'.encode('utf7'), b'+IKw-'.decode('utf_7'))
decoder = info.incrementaldecoder()
print([decoder.decode(bytes((byte,)), byte == 45) for byte in b'a+IKw-'])
encoder = info.incrementalencoder()
print(encoder.encode('\u20ac'), encoder.encode('b', True))
print(list(codecs.iterdecode([b'+I', b'Kw', b'-x'], 'utf-7')), list(codecs.iterencode('a\u20ac', 'utf-7')))
