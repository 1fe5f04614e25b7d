# What stands in the namespaces of built-in types, and what is bound of it.
import types

NATIVES = [
    list.append, int.__add__, dict.__getitem__, str.__format__, dict.__dict__['fromkeys'],
    types.FunctionType.__dict__['__code__'], [].append, (3).__add__, [].__len__, len, str.join,
    dict.fromkeys, object.__init__, type.__dict__['__dict__'], object.__dict__['__class__'],
    list.__dict__['__class_getitem__'], BaseException.__dict__['args'], 'x'.join, {}.__contains__,
    set.__contains__, list.__getitem__, list.__setitem__, float.__round__, int.__repr__, object.__repr__,
]
for native in NATIVES:
    print(
        type(native).__name__, native.__name__, native.__qualname__,
        getattr(native, '__objclass__', '-'), repr(native).split(' at ')[0],
    )
print(type(str.__dict__['maketrans']).__name__, callable(type.__dict__['__dict__']), callable(len))
print(types.MethodWrapperType.__name__, types.WrapperDescriptorType.__name__, types.MethodDescriptorType.__name__)
print(types.ClassMethodDescriptorType.__name__, types.GetSetDescriptorType.__name__)
print(types.MemberDescriptorType.__name__ if hasattr(types, 'MemberDescriptorType') else 'member_descriptor')
print(len.__self__, len.__module__, len.__text_signature__, [1].append.__self__, (3).__add__.__self__)
print(dict.fromkeys.__self__, int.__new__.__self__, int.__new__.__name__, int.__new__.__qualname__)
print([].append.__module__, 'x'.upper.__qualname__, {}.get.__name__)


class Sub(list):
    def method(self):
        return self


print(Sub().append.__qualname__, Sub.append is list.append, Sub().method.__func__ is Sub.method)
bound = Sub().method
print(bound.__self__, bound.__name__, bound.__qualname__, bound.__module__, bound.__func__.__name__)
getter = types.FunctionType.__dict__['__name__']
print(getter.__get__(Sub.method), getter.__get__(None, types.FunctionType) is getter)
getter.__set__(Sub.method, 'renamed')
print(Sub.method.__name__)
append = list.__dict__['append']
listed = []
append.__get__(listed, list)(5)
print(listed, append.__get__(None, list) is append)
print(dict.__dict__['fromkeys'].__get__(None, dict)('ab'), dict.__dict__['fromkeys'].__get__({}, dict)([1]))


def attempt(f, *args):
    try:
        print('ok', f(*args))
    except Exception as e:
        print(type(e).__name__, e)


attempt(getter.__get__, 5)
attempt(getter.__get__, None)
attempt(getter.__set__, 5, 'x')
attempt(getter.__delete__, Sub.method)
attempt(dict.__dict__['fromkeys'].__get__, None, int)
attempt(append, 5, 5)
attempt(append)
attempt(type(len))
attempt(types.MethodType)
attempt(types.MethodType, len, None)
attempt(types.MethodType, 5, 5)
print(types.MethodType(len, [1, 2])(), types.MethodType(lambda self, x: (self, x), 'me')('you'))
a, b = Sub().method, Sub().method
print(a == b, a.__self__ == b.__self__, bound == bound.__self__.method, hash(bound) == hash(bound.__self__.method))
attempt(setattr, bound, 'attr', 1)
attempt(setattr, bound, '__self__', 1)
attempt(setattr, len, '__name__', 1)
attempt(setattr, list, 'append', 1)


class Derived(property):
    """A property with a class of its own."""
    mark = 'derived'


class Holder:
    value = Derived(lambda self: 42)


print(type(Holder.value).__name__, Holder.value.mark, Holder().value)
