"""Telling kinds of objects apart with the types module; every type refuses what it cannot make."""
import types


def attempt(function, *args):
    try:
        return type(function(*args)).__name__
    except TypeError as error:
        return str(error)


class Slots:
    __slots__ = ('slot',)

    def method(self):
        return (lambda: self)


def generator():
    yield


async def coroutine():
    pass


async def both():
    yield


def kind(value):
    match value:
        case types.NoneType() | types.EllipsisType() | types.NotImplementedType():
            return 'singleton'
        case types.BuiltinFunctionType():
            return 'builtin function' if value.__self__ is not None and isinstance(value.__self__, types.ModuleType) else 'builtin method'
        case types.LambdaType() if value.__name__ == '<lambda>':
            return 'lambda'
        case types.FunctionType():
            return 'function'
        case types.MethodType():
            return 'method'
        case types.GeneratorType() | types.CoroutineType() | types.AsyncGeneratorType():
            value.close() if hasattr(value, 'close') else None
            return 'suspended ' + value.__name__
        case types.MethodDescriptorType() | types.ClassMethodDescriptorType() | types.WrapperDescriptorType():
            return f'descriptor of {value.__objclass__.__name__}'
        case types.GetSetDescriptorType() | types.MemberDescriptorType():
            return f'attribute {value.__name__} of {value.__objclass__.__name__}'
        case types.MethodWrapperType():
            return f'{value.__name__} bound to {value.__self__!r}'
        case types.GenericAlias() | types.UnionType():
            return f'annotation of {len(value.__args__)}'
        case types.CodeType() | types.CellType() | types.MappingProxyType():
            return 'internals'
        case type():
            return 'class'
    return 'other'


for value in (None, ..., NotImplemented, len, [].append, lambda: 0, generator, Slots().method, generator(), coroutine(), both(), str.join, dict.__dict__['fromkeys'], int.__add__, Slots.slot, type.__dict__['__dict__'],
              (5).__add__, list[int], dict[str, int] | None, generator.__code__, Slots().method().__closure__[0], vars(Slots), Slots, types, 5):
    print(kind(value))
print(attempt(types.BuiltinFunctionType, len), '|', attempt(types.BuiltinMethodType), '|', attempt(types.CoroutineType), '|', attempt(types.GeneratorType), '|', attempt(types.AsyncGeneratorType, 1))
print(attempt(types.ClassMethodDescriptorType), '|', attempt(types.MethodDescriptorType, 1), '|', attempt(types.WrapperDescriptorType), '|', attempt(types.MethodWrapperType), '|', attempt(types.GetSetDescriptorType), '|', attempt(types.MemberDescriptorType))
print(attempt(types.LambdaType), '|', attempt(types.LambdaType, 1, {}), '|', attempt(types.NoneType, 0), '|', attempt(types.UnionType, int), '|', attempt(types.GenericAlias, list), '|', attempt(types.EllipsisType, 1), '|', attempt(types.NotImplementedType, 1))
print(attempt(issubclass, types.CodeType, 5), '|', attempt(isinstance, 5, (types.CodeType, 'x')), attempt(types.LambdaType, generator.__code__, {}, 'renamed'), types.LambdaType(generator.__code__, {}, 'renamed').__name__)
c = coroutine()
print(c.cr_code is coroutine.__code__, c.cr_origin, c.close())
