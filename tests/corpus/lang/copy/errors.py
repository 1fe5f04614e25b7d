# What cannot be copied, and how that is said.
import copy


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def generator():
    yield


attempt(copy.copy, generator())
attempt(copy.deepcopy, generator())
attempt(copy.copy, copy)
attempt(copy.deepcopy, [copy])
attempt(copy.deepcopy, {'a': generator()})


class Broken:
    def __copy__(self):
        raise ValueError('no copies')

    def __deepcopy__(self, memo):
        raise LookupError('no deep copies')


attempt(copy.copy, Broken())
attempt(copy.deepcopy, [Broken()])


class Needs:
    def __new__(cls, a):
        return super().__new__(cls)


attempt(copy.copy, Needs(1))


class BadState:
    def __getstate__(self):
        return [1]


attempt(copy.copy, BadState())


class BadReduce:
    def __reduce__(self):
        raise copy.Error('not this one')


attempt(copy.copy, BadReduce())
attempt(copy.deepcopy, BadReduce())


class BadArgs:
    def __getnewargs__(self):
        return [1]


attempt(copy.copy, BadArgs())
attempt(copy.copy)
attempt(copy.deepcopy)
print(copy.error is copy.Error, issubclass(copy.Error, Exception), copy.__all__)


raise copy.Error('at the end')
