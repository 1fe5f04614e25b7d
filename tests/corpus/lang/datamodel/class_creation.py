"""Every step of making a class: bases, metaclass, __prepare__, the body, __set_name__, __init_subclass__, decorators."""

log = []


class Namespace(dict):
    def __setitem__(self, key, value):
        if not key.startswith('__'):
            log.append(f'  body {key}')
        super().__setitem__(key, value)

    def __missing__(self, key):
        if key.isupper():
            return f'<{key}>'
        raise KeyError(key)


class Meta(type):
    def __prepare__(name, bases, **kwargs):
        log.append(f'prepare {name} {kwargs}')
        return Namespace()

    def __new__(mcs, name, bases, namespace, **kwargs):
        log.append(f'new {name} {type(namespace).__name__}')
        cls = super().__new__(mcs, name, bases, namespace, **kwargs)
        log.append(f'made {name}')
        return cls

    def __init__(cls, name, bases, namespace, **kwargs):
        log.append(f'init {name} {kwargs}')

    def mro(cls):
        log.append(f'mro {cls.__name__}')
        return super().mro()


class Field:
    def __init__(self, label):
        log.append(f'  field {label}')

    def __set_name__(self, owner, name):
        log.append(f'set_name {owner.__name__}.{name}')


def decorate(label):
    log.append(f'decorator {label}')

    def apply(cls):
        log.append(f'apply {label} to {cls.__name__}')
        return cls
    return apply


def base():
    log.append('base expression')
    return Base


class Base(metaclass=Meta):
    def __init_subclass__(cls, tag=None, **kwargs):
        log.append(f'init_subclass {cls.__name__} {tag}')
        super().__init_subclass__(**kwargs)
        cls.tag = tag


log.clear()


@decorate('outer')
@decorate('inner')
class Child(base(), tag='t'):
    """Documented."""
    x = Field('x')
    unknown = CONSTANT
    cell = lambda self: __class__
    annotated: log.append('  annotation') = 1
    only: str


print(*log, sep='\n')
print(Child.tag, Child.unknown, Child().cell() is Child, Child.__annotations__, Child.__doc__, Child.__qualname__, 'x' in vars(Child), type(vars(Child)).__name__)


def attempt(make):
    try:
        return make()
    except Exception as error:
        return f'{type(error).__name__}: {error}' + (f' <- {error.__cause__!r}' if error.__cause__ else '')


class FailingName:
    def __set_name__(self, owner, name):
        raise KeyError(name)


def refusing():
    class Refuses:
        def __init_subclass__(cls):
            raise ValueError('no subclasses')

    class Tries(Refuses):
        pass


def failing_body():
    class C:
        log.append('in body')
        undefined_name
        log.append('never')


for make in (lambda: type('A', (), {'f': FailingName()}), refusing, failing_body, lambda: type('B', (), {}, option=1), lambda: type('C', (int, str), {}), lambda: type('D', (object, Base), {}), lambda: type('E', (Base, Base), {}),
             lambda: type('F', 'x', {}), lambda: type('G', (), 5), lambda: type(5, (), {}), lambda: type('H', (5,), {}), lambda: type('I\0', (), {}), lambda: type('J', (), {'__slots__': 5}), lambda: type('K', (), {'__qualname__': 5}), lambda: type('L', (), {1: 2}).__name__,
             lambda: type(), lambda: type(1, 2), lambda: type(1, 2, 3, 4), lambda: type('M', (bool,), {}), lambda: type('N', (type(None),), {})):
    print(attempt(make))
print(attempt(lambda: Meta('Dynamic', (Base,), {'y': Field('y')}, tag=5).tag), log[-1])
