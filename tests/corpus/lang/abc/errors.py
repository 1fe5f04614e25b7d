# What abstract classes refuse, and how.
import abc


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


class One(abc.ABC):
    @abc.abstractmethod
    def only(self):
        pass


class Two(One):
    @abc.abstractproperty
    def zero(self):
        pass


class Three(Two):
    def only(self):
        pass


class Class(abc.ABC):
    @classmethod
    @abc.abstractmethod
    def make(cls):
        pass

    @staticmethod
    @abc.abstractmethod
    def help():
        pass

    @abc.abstractclassmethod
    def old(cls):
        pass

    @abc.abstractstaticmethod
    def older():
        pass


attempt(One)
attempt(Two)
attempt(Three)
attempt(Two, 1, 2, a=3)
attempt(Class)
attempt(One.register, 5)
attempt(issubclass, 5, One)
attempt(One.register, One)


class Sub(Two):
    pass


attempt(Sub.register, One)
attempt(Sub)


class Hook(metaclass=abc.ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        raise ValueError('hook of ' + other.__name__)


attempt(issubclass, int, Hook)
attempt(isinstance, 5, Hook)
attempt(isinstance, 5, (Hook, int))
attempt(isinstance, 5, (int, Hook))
attempt(abc.abstractmethod, 5)
attempt(abc.update_abstractmethods, One)
print(sorted(One.__abstractmethods__))
print(type(abc.get_cache_token()).__name__)


class Filled(One):
    pass


Filled.only = lambda self: 1
attempt(Filled)
abc.update_abstractmethods(Filled)
attempt(lambda: Filled().only())
print(One.only.__isabstractmethod__, Three.zero.__isabstractmethod__)
print(getattr(Three.only, '__isabstractmethod__', None))
Three()
