"""Abstract base classes."""

from _abc import _mark_collection
from _weakref import ref as _ref

__all__ = [
    'ABCMeta', 'ABC', 'abstractmethod', 'abstractclassmethod', 'abstractstaticmethod',
    'abstractproperty', 'get_cache_token', 'update_abstractmethods',
]

# Counts registrations: a negative answer is good as long as it stands still.
_token = 0


def get_cache_token():
    """The current token: it changes with every registration on any abstract class."""
    return _token


def abstractmethod(funcobj):
    """A decorator that marks a method that concrete classes have to define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """An abstract class method; @classmethod over @abstractmethod says the same."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """An abstract static method; @staticmethod over @abstractmethod says the same."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """An abstract property; @property over @abstractmethod says the same."""

    __isabstractmethod__ = True


class _Classes(dict):
    """A set of classes that does not keep its members alive: weak references, by id."""

    def add(self, cls):
        key = id(cls)

        def forget(gone):
            # The same address may belong to another class by now.
            if self.get(key) is gone:
                del self[key]
        self[key] = _ref(cls, forget)

    def has(self, cls):
        found = self.get(id(cls))
        return found is not None and found() is cls

    def alive(self):
        classes = [found() for found in list(self.values())]
        return [cls for cls in classes if cls is not None]


class _Impl:
    """What an abstract class knows about others."""

    __slots__ = ('registry', 'positive', 'negative', 'version')

    def __init__(self):
        self.registry = _Classes()
        self.positive = _Classes()
        self.negative = _Classes()
        self.version = _token


def _is_abstract(value):
    return getattr(value, '__isabstractmethod__', False)


def _inherited_abstracts(cls):
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if _is_abstract(getattr(cls, name, None)):
                yield name


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        names = [name for name, value in namespace.items() if _is_abstract(value)]
        cls.__abstractmethods__ = frozenset([*names, *_inherited_abstracts(cls)])
        cls._abc_impl = _Impl()
        return cls

    def register(cls, subclass):
        """Make a class a virtual subclass, and return it: usable as a decorator."""
        global _token
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        cls._abc_impl.registry.add(subclass)
        _mark_collection(cls, subclass)
        _token += 1
        return subclass

    def __instancecheck__(cls, instance):
        """isinstance(instance, cls), by the class an object is and the one it says it is."""
        said = instance.__class__
        impl = cls._abc_impl
        # As has(), but without the call: this is what most checks come to.
        found = impl.positive.get(id(said))
        if found is not None and found() is said:
            return True
        real = type(instance)
        if real is said:
            if impl.version == _token and impl.negative.has(said):
                return False
            return cls.__subclasscheck__(said)
        return any(cls.__subclasscheck__(each) for each in (said, real))

    def __subclasscheck__(cls, subclass):
        """issubclass(subclass, cls): by hook, inheritance and registration."""
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        impl = cls._abc_impl
        if impl.positive.has(subclass):
            return True
        if impl.version != _token:
            impl.negative.clear()
            impl.version = _token
        elif impl.negative.has(subclass):
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = (
                cls in subclass.__mro__
                or any(issubclass(subclass, each) for each in impl.registry.alive())
                or any(issubclass(subclass, each) for each in cls.__subclasses__())
            )
        elif answer is not True and answer is not False:
            raise AssertionError(
                '__subclasshook__ must return either False, True, or NotImplemented'
            )
        (impl.positive if answer else impl.negative).add(subclass)
        return answer

    def _dump_registry(cls, file=None):
        """Print what is known about other classes."""
        impl = cls._abc_impl
        print(f'Class: {cls.__module__}.{cls.__qualname__}', file=file)
        print(f'Inv. counter: {get_cache_token()}', file=file)
        print(f'_abc_registry: {impl.registry.alive()!r}', file=file)
        print(f'_abc_cache: {impl.positive.alive()!r}', file=file)
        print(f'_abc_negative_cache: {impl.negative.alive()!r}', file=file)
        print(f'_abc_negative_cache_version: {impl.version!r}', file=file)

    def _abc_registry_clear(cls):
        """Forget all registrations."""
        cls._abc_impl.registry.clear()

    def _abc_caches_clear(cls):
        """Forget all answers."""
        cls._abc_impl.positive.clear()
        cls._abc_impl.negative.clear()


def update_abstractmethods(cls):
    """Compute again which methods of a class are abstract, after it was changed."""
    if not hasattr(cls, '__abstractmethods__'):
        return cls
    own = [name for name, value in cls.__dict__.items() if _is_abstract(value)]
    cls.__abstractmethods__ = frozenset([*own, *_inherited_abstracts(cls)])
    return cls


class ABC(metaclass=ABCMeta):
    """A base class that brings ABCMeta along."""

    __slots__ = ()
