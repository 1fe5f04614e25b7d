"""Kinds of objects that asynchronous code makes, told apart by their types."""
import inspect
import types


async def coroutine():
    return 1


async def generator():
    try:
        yield 1
    except ValueError as error:
        print("caught", error)
        yield 2


@types.coroutine
def old():
    return (yield "old")


def finish(awaitable):
    try:
        while True:
            awaitable.send(None)
    except StopIteration as stop:
        return stop.value


made = coroutine()
print(isinstance(made, types.CoroutineType), types.CoroutineType.__name__, finish(made))
print(isinstance(old(), types.CoroutineType), isinstance(old(), types.GeneratorType))
stream = generator()
print(isinstance(stream, types.AsyncGeneratorType), isinstance(stream, types.CoroutineType))
print(finish(stream.__anext__()), finish(stream.athrow(ValueError("thrown"))))
try:
    finish(stream.athrow(KeyError("lost")))
except KeyError as error:
    print("KeyError", error)
try:
    finish(generator().athrow(1))
except TypeError as error:
    print(error)
for flag in (inspect.TPFLAGS_IS_ABSTRACT,):
    print(flag, [bool(cls.__flags__ & flag) for cls in (int, types.CoroutineType)])
try:
    types.CoroutineType()
except TypeError as error:
    print(error)
