"""Every type that the types module names: an object of it, what calling it says, and subclassing it."""
import types


def attempt(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'
    return f'a {type(result).__name__}'


def function():
    try:
        raise KeyError
    except KeyError as error:
        return error.__traceback__


def cells():
    x = 1
    return lambda: x


class Class:
    __slots__ = ('slot',)


async def coroutine():
    pass


async def asynchronous():
    yield


made = coroutine()
EXAMPLES = {
    'FunctionType': function, 'LambdaType': lambda: 0, 'GeneratorType': (x for x in ()), 'CoroutineType': made,
    'AsyncGeneratorType': asynchronous(), 'CodeType': function.__code__, 'CellType': cells().__closure__[0], 'MethodType': [].append.__class__ and Class().__init__.__class__,
    'BuiltinFunctionType': len, 'BuiltinMethodType': [].append, 'WrapperDescriptorType': object.__init__, 'MethodWrapperType': 'x'.__add__,
    'MethodDescriptorType': str.join, 'ClassMethodDescriptorType': dict.__dict__['fromkeys'], 'ModuleType': types, 'GetSetDescriptorType': type(function).__dict__['__code__'],
    'MemberDescriptorType': Class.slot, 'TracebackType': function(), 'FrameType': function().tb_frame, 'MappingProxyType': vars(Class),
    'SimpleNamespace': types.SimpleNamespace(), 'GenericAlias': list[int], 'UnionType': int | str, 'EllipsisType': ..., 'NoneType': None, 'NotImplementedType': NotImplemented,
}
made.close()
for name, example in EXAMPLES.items():
    kind = getattr(types, name)
    made = attempt(kind) if kind is not types.CodeType else 'needs instructions'
    open_to_all = kind in (types.ModuleType, types.SimpleNamespace, types.GenericAlias)
    print(name, kind.__name__, isinstance(example, kind), made, '|', open_to_all or attempt(type, 'Sub', (kind,), {}))

print(types.FunctionType is types.LambdaType, types.BuiltinFunctionType is types.BuiltinMethodType, isinstance(Class, type))
print(attempt(types.CellType, 1, 2), '|', attempt(types.CellType().__class__, 5), '|', attempt(lambda: types.CellType().cell_contents))
print(attempt(types.ModuleType), '|', attempt(types.ModuleType, 5), '|', attempt(types.ModuleType, 'a', 'b', 'c'), '|', attempt(types.ModuleType, 'm', doc=5))
print(attempt(types.MethodType, 5, 6), '|', attempt(types.MethodType, len, None), '|', attempt(types.MethodType, len), '|', attempt(types.MethodType, len, []))
print(attempt(types.MappingProxyType, 5), '|', attempt(types.MappingProxyType, [1]))
print(attempt(types.SimpleNamespace, 1), '|', attempt(types.SimpleNamespace, **{'a b': 1}), '|', attempt(types.GenericAlias, list), '|', attempt(types.GenericAlias, list, int))
print(attempt(types.NoneType, 1), '|', attempt(types.EllipsisType, 1), '|', attempt(types.NotImplementedType, 1), '|', attempt(types.UnionType, int, str))
print(attempt(types.FrameType), '|', attempt(types.TracebackType, 1), '|', attempt(types.TracebackType, None, function().tb_frame, 1, 2), '|', attempt(types.TracebackType, 5, 5, 5, 5))
print(types.NoneType() is None, types.EllipsisType() is ..., types.NotImplementedType() is NotImplemented)
