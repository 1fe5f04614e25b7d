"""DynamicClassAttribute: a property on instances, the metaclass's __getattr__ on the class; and types.coroutine."""
import types
from types import DynamicClassAttribute, coroutine


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Meta(type):
    members = {'value': 'a member called value', 'name': 'a member called name'}

    def __getattr__(cls, name):
        try:
            return cls.members[name]
        except KeyError:
            raise AttributeError(f'no member {name}') from None


class Base(metaclass=Meta):
    def __init__(self, value):
        self._value = value

    @DynamicClassAttribute
    def value(self):
        """The value."""
        return self._value

    @value.setter
    def value(self, new):
        self._value = new * 2

    @value.deleter
    def value(self):
        self._value = 'deleted'

    @DynamicClassAttribute
    def other(self):
        return 'instance only'

    empty = DynamicClassAttribute()


b = Base(5)
print(b.value, Base.value, b.other, attempt(lambda: Base.other), '|', attempt(lambda: b.name), '|', Base.name)
b.value = 4
print(b.value, vars(b))
del b.value
print(b.value, vars(Base)['value'].__doc__, vars(Base)['value'].fget.__name__, vars(Base)['other'].fset, vars(Base)['value'].__isabstractmethod__)
print(attempt(setattr, b, 'other', 1), '|', attempt(delattr, b, 'other'), '|', attempt(lambda: b.empty), '|', attempt(lambda: Base.empty))
print(attempt(DynamicClassAttribute, 1, 2, 3, 4, 5) is not None, attempt(DynamicClassAttribute(5).__get__, b), '|', attempt(DynamicClassAttribute, getter=len))


class Below(Base):
    @Base.__dict__['value'].getter
    def value(self):
        return f'below {self._value}'


print(Below(1).value, Below.value, attempt(setattr, Below(1), 'value', 2))


class Wait:
    def __await__(self):
        return (yield 'waiting')


@coroutine
def legacy(x):
    got = yield x
    return got * 2


@coroutine
def returns(x):
    return x


@coroutine
async def already():
    return 'plain coroutine function'


class Duck:
    def __init__(self, items):
        self.items = iter(items)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.items)

    def send(self, value):
        return next(self)

    def throw(self, *args):
        raise args[0]

    def close(self):
        self.items = iter(())


async def main():
    return await legacy('first'), await Wait(), await already()


c = main()
print(c.send(None), c.send(21), attempt(c.send, 'sent'))
print(type(legacy(1)).__name__, legacy.__name__, attempt(iter, legacy(1)) is not None, bool(legacy.__code__.co_flags & 0x100))
print(attempt(returns(5).__class__), attempt(coroutine, 5), '|', attempt(coroutine), '|', attempt(coroutine, None))


async def uses_plain(value):
    return await returns(value)


print(attempt(uses_plain(5).send, None))
made = coroutine(lambda: Duck([1, 2]))
wrapper = made()
print(type(wrapper).__name__, next(iter(wrapper.__await__())) if hasattr(wrapper, '__await__') else next(wrapper), isinstance(wrapper, types.GeneratorType))
