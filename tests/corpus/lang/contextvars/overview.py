# Variables of a context.
import contextvars
from collections.abc import Mapping
from contextvars import Context, ContextVar, Token, copy_context

level = ContextVar('level', default=1)
name = ContextVar('name')
print(level.get(), level.get(5), name.get('none'), level.name, name.name)
token = level.set(2)
print(level.get(), level.get(9), token.old_value is Token.MISSING, token.var is level, isinstance(token, Token))
second = level.set(3)
print(second.old_value, level.get())
level.reset(second)
print(level.get())
level.reset(token)
print(level.get(), repr(Token.MISSING))

name.set('outer')
context = copy_context()


def inside(*args, **kwargs):
    print('inside', name.get(), level.get(), args, kwargs)
    name.set('inner')
    level.set(level.get() + 10)
    return name.get()


print(context.run(inside, 1, a=2), name.get(), level.get())
print(context[name], context[level], name in context, len(context), context.get(name), isinstance(context, Mapping))
print(context.run(level.get), context.run(lambda: copy_context()[level]))
print(sorted(each.name for each in context), sorted(each.name for each in context.keys()), sorted(map(str, context.values())), sorted((k.name, v) for k, v in context.items()))
empty = Context()
print(len(empty), empty.get(name), empty.get(name, 'default'), name in empty, empty.run(name.get, 'not set'), list(empty))
other = context.copy()
print(other == context, other is context, other != empty, other == 5)
other.run(name.set, 'changed')
print(other[name], context[name], other == context)


def nested():
    name.set('one')
    copy_context().run(lambda: (name.set('two'), print(name.get())))
    empty.run(lambda: print(name.get('nothing here')))
    return name.get()


print(context.run(nested), name.get())


def generator():
    for _ in range(2):
        yield name.get()
        name.set('by the generator')


print(list(context.run(generator)), name.get())
try:
    context.run(lambda: 1 // 0)
except ZeroDivisionError as e:
    print(e, name.get(), context[name])
print(contextvars.__all__, type(context).__name__, Context.__module__)
print(repr(level).startswith("<ContextVar name='level' default=1 at 0x"), repr(token).startswith('<Token used var=<ContextVar'), repr(second)[:12])
print(ContextVar[int], Token[str])
