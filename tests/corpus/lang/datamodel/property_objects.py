"""property as an object: its functions, the copies that getter, setter and deleter make, documentation, inheritance."""


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Temperature:
    """In degrees, kept as kelvin."""

    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        """Degrees Celsius."""
        return self.kelvin - 273

    @celsius.setter
    def celsius(self, value):
        if value < -273:
            raise ValueError(f'{value} is too cold')
        self.kelvin = value + 273

    @celsius.deleter
    def celsius(self):
        print('  forgotten')
        del self.kelvin

    fahrenheit = property(lambda self: self.celsius * 9 // 5 + 32, None, None, 'Read only.')
    hidden = property(None, lambda self, value: print('  set', value))
    nothing = property()


p = Temperature.celsius
print(type(p).__name__, p.fget.__name__, p.fset.__code__.co_varnames, p.fdel is not None, p.__doc__, Temperature.nothing.fget, Temperature.fahrenheit.fset)
t = Temperature(20)
t.celsius += 5
print(t.celsius, t.fahrenheit, t.kelvin, attempt(setattr, t, 'celsius', -300), '|', attempt(setattr, t, 'fahrenheit', 1))
del t.celsius
print(attempt(lambda: t.celsius), '|', attempt(delattr, t, 'fahrenheit'), '|', attempt(lambda: t.hidden), '|', attempt(setattr, t, 'hidden', 3), '|', attempt(delattr, t, 'hidden'))
print(attempt(lambda: t.nothing), '|', attempt(setattr, t, 'nothing', 1), '|', attempt(delattr, t, 'nothing'))

loud = p.getter(lambda self: 'LOUD')
print(loud is p, loud.fset is p.fset, loud.fdel is p.fdel, loud.__doc__, property.getter(p, len).fget, p.setter(None).fset is p.fset, p.deleter(print).fdel is print)
print(attempt(property.getter, 5, len), '|', attempt(property.setter, p), '|', attempt(property.deleter, p, 1, 2), '|', attempt(p.getter), '|', attempt(p.setter, fset=len))
print(attempt(setattr, p, 'fget', len), '|', attempt(delattr, p, 'fset'), '|', attempt(setattr, p, 'other', 1))
p.__doc__ = 'new words'
print(p.__doc__, Temperature.celsius.__doc__)
print(p.__get__(None, Temperature) is p, attempt(p.__get__, t).split(': ')[0], '|', attempt(p.__delete__, t))


class Below(Temperature):
    @Temperature.celsius.getter
    def celsius(self):
        return round(super().celsius / 10) * 10

    @property
    def kelvin(self):
        return self.__dict__['k']

    @kelvin.setter
    def kelvin(self, value):
        self.__dict__['k'] = value


b = Below(37)
print(b.celsius, b.kelvin, vars(b), attempt(setattr, b, 'celsius', -999))


made = property(fget=5, fset=6, fdel=7, doc=8)
print(made.fget, made.fset, made.fdel, made.__doc__, attempt(type('X', (), {'p': made})().__getattribute__, 'p'))
print(made.__isabstractmethod__)


class Meta(type):
    @property
    def doubled(cls):
        return cls.__name__ * 2


class Uses(metaclass=Meta):
    pass


print(Uses.doubled, attempt(lambda: Uses().doubled), '|', attempt(setattr, Uses, 'doubled', 1))
