# Abstract classes: methods, registration, hooks.
import abc
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        """Every shape has one."""

    @property
    @abstractmethod
    def name(self):
        return 'shape'

    def show(self):
        return f'{self.name} of {self.area()}'


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2

    @property
    def name(self):
        return super().name + ' square'


print(Square(3).show(), isinstance(Square(1), Shape), issubclass(Square, Shape))
print(sorted(Shape.__abstractmethods__), sorted(Square.__abstractmethods__))


class Walks(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Walks:
            return any('walk' in each.__dict__ for each in other.__mro__) or NotImplemented
        return NotImplemented


class Dog:
    def walk(self):
        pass


class Fish:
    pass


print(issubclass(Dog, Walks), isinstance(Dog(), Walks), issubclass(Fish, Walks))
before = abc.get_cache_token()
print(Walks.register(Fish) is Fish, issubclass(Fish, Walks), isinstance(Fish(), Walks))
print(abc.get_cache_token() != before)


class Carp(Fish):
    pass


print(issubclass(Carp, Walks), issubclass(Carp, Walks))


class Runs(Walks):
    pass


@Runs.register
class Horse:
    pass


print(issubclass(Horse, Walks), issubclass(Horse, Runs), issubclass(Dog, Runs))
print(issubclass(int, Shape), isinstance(3, Shape), isinstance(3, Shape))


class Pretends:
    @property
    def __class__(self):
        return Square


print(isinstance(Pretends(), Shape), isinstance(Pretends(), Runs))


class Old(ABC):
    @abc.abstractproperty
    def value(self):
        return 5

    @abc.abstractclassmethod
    def make(cls):
        return cls.__name__

    @abc.abstractstaticmethod
    def help():
        return 'help'


print(sorted(Old.__abstractmethods__), Old.make(), Old.help())


class New(Old):
    value = 7
    make = classmethod(lambda cls: 'made ' + cls.__name__)
    help = staticmethod(lambda: 'new help')


print(New().value, New.make(), New().help())


class Late(ABC):
    @abstractmethod
    def f(self):
        pass


Late.f = lambda self: 'filled in'
print(abc.update_abstractmethods(Late) is Late, Late.__abstractmethods__, Late().f())
print(abc.update_abstractmethods(Fish) is Fish)
print(type(Shape) is ABCMeta, type(Square).__name__, ABC.__abstractmethods__ == frozenset())


class Meta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, tag=None):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.tag = tag
        return cls


class Tagged(metaclass=Meta, tag='blue'):
    pass


print(Tagged.tag, type(Tagged()).__name__)
