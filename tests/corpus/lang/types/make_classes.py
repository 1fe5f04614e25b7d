"""Classes made by hand: new_class, prepare_class, resolve_bases, and metaclasses that disagree."""
import types


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        print('  prepare', mcs.__name__, name, [base.__name__ for base in bases], kwargs)
        return {'prepared': True}

    def __new__(mcs, name, bases, namespace, **kwargs):
        print('  new', name, sorted(key for key in namespace if not key.startswith('__')), kwargs)
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)


class Other(type):
    pass


Plain = types.new_class('Plain')
print(Plain.__name__, Plain.__bases__, Plain.__module__, Plain.__qualname__, attempt(lambda: Plain.__orig_bases__))
Made = types.new_class('Made', (Plain,), {'metaclass': Meta, 'option': 1}, lambda namespace: namespace.update(x=5, method=lambda self: self.x))
print(type(Made).__name__, Made.prepared, Made().method(), Made.__mro__[1].__name__)
Below = types.new_class('Below', (Made,), exec_body=lambda namespace: namespace.setdefault('prepared', 'seen'))
print(Below.prepared, type(Below).__name__)


class Alias:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        return self.bases


alias = Alias(Plain, dict)
print(types.resolve_bases((int, str)) == (int, str), types.resolve_bases([]), [base.__name__ for base in types.resolve_bases((alias, list[int], Alias()))])
ByAlias = types.new_class('ByAlias', (alias,))
print([base.__name__ for base in ByAlias.__bases__], ByAlias.__orig_bases__ == (alias,))

for arguments in [('N',), ('N', (int,)), ('N', (Made,), {'key': 1}), ('N', (), {'metaclass': Other, 'other': 2})]:
    metaclass, namespace, keywords = types.prepare_class(*arguments)
    print(metaclass.__name__, namespace, keywords)
given = {'metaclass': Meta, 'kept': 1}
types.prepare_class('N', (), given)
print(given)
print(types.prepare_class('F', (), {'metaclass': lambda *args: 'function made it'})[1:])
print(types.new_class('F', (), {'metaclass': lambda *args: 'function made it'}))

print(attempt(types.new_class), '|', attempt(types.new_class, 'X', (5,)))
print(attempt(types.new_class, 'X', (Made,), {'metaclass': Other}))
print(attempt(types.new_class, 'X', (Made, types.new_class('O', (), {'metaclass': Other}))))
print(attempt(types.new_class, 'X', (), {'unknown': 1}), '|', attempt(types.new_class, 5))
print(attempt(types.prepare_class), '|', attempt(types.prepare_class, 'X', (), 5))
print(attempt(types.resolve_bases), '|', attempt(types.resolve_bases, 5), '|', attempt(types.resolve_bases, (Alias.__new__(Alias),)))


class Wrong:
    def __mro_entries__(self, bases):
        return [int]


print(attempt(types.resolve_bases, (Wrong(),)), '|', attempt(types.new_class, 'X', (bool,)), '|', attempt(types.new_class, 'X', (int, int)))
print(attempt(lambda: Made.mro()), attempt(type.mro, 5), '|', attempt(type.mro), '|', [cls.__name__ for cls in type.mro(type)])
