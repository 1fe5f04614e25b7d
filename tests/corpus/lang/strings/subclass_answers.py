"""__str__ and __repr__ that answer with an instance of a class derived from str."""


class S(str):
    pass


class Both:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text

    def __repr__(self):
        return self.text

    def __format__(self, spec):
        return self.text


def kind(value):
    return f'{type(value).__name__}:{value}'


for text in ('abc', S('abc'), S('\u1234')):
    obj = Both(text)
    print(kind(str(obj)), kind(repr(obj)), kind(ascii(obj)), str(obj) is text)
    print(f'{obj}|{obj!r}|{obj!s:>6}|{obj:x}', '%s %r' % (obj, obj), '{} {!r}'.format(obj, obj))
    print([obj], {obj.text: obj}, obj, ''.join([str(obj)]))


class Own(str):
    def __str__(self):
        return self.value


own = Own('')
own.value = S('inner')
print(kind(str(own)), kind(S(own)), kind(S(Both(S('x')))), kind(S(Both('y'))))
print(f'{own}', '%s' % own, own == '')


class OnlyRepr:
    def __repr__(self):
        return S('<only>')


print(kind(str(OnlyRepr())), kind(repr(OnlyRepr())))
for bad in (1, b'bytes', None):
    for call in (str, repr, ascii, '{:x}'.format, '%s'.__mod__):
        try:
            call(Both(bad))
        except TypeError as error:
            print(error)


class E(Exception):
    def __str__(self):
        return S('shown')


try:
    raise E
except E as error:
    print(kind(str(error)), error)
raise E
