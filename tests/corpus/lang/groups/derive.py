"""Exception groups that derive: own classes through split and subgroup, conditions of every kind, notes and causes kept."""


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Coded(ExceptionGroup):
    def __new__(cls, message, exceptions, code=0):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def __init__(self, message, exceptions, code=0):
        super().__init__(message, exceptions)

    def derive(self, exceptions):
        derived.append(len(exceptions))
        return Coded(self.message, exceptions, self.code + 1)


class NoDerive(ExceptionGroup):
    pass


class Broken(ExceptionGroup):
    def derive(self, exceptions):
        return 'no group'


class Raises(ExceptionGroup):
    def derive(self, exceptions):
        raise RuntimeError('refuses')


def show(group):
    if group is None:
        return 'None'
    if isinstance(group, BaseExceptionGroup):
        return f'{type(group).__name__}{getattr(group, "code", "")}[{group.message}: {", ".join(map(show, group.exceptions))}]'
    return repr(group)


derived = []
inner = Coded('inner', [ValueError(1), KeyError('k')], code=10)
group = Coded('outer', [TypeError('t'), inner, NoDerive('plain', [ValueError(2)])], 1)
group.add_note('a note')
group.__cause__ = OSError('cause')
match, rest = group.split(ValueError)
print(show(match), '|', show(rest), derived)
print(match.__notes__, rest.__notes__, match.__notes__ is group.__notes__, match.__cause__ is group.__cause__, match.__traceback__, rest.__context__)
derived.clear()
for condition in TypeError, (KeyError, OSError), Coded, ExceptionGroup, Exception, BaseException, lambda e: isinstance(e, ValueError) and e.args[0] == 2, lambda e: False, lambda e: getattr(e, 'code', 0) == 10:
    print(show(group.subgroup(condition)), derived, group.subgroup(condition) is group)
    derived.clear()
print(show(BaseExceptionGroup.subgroup(group, KeyError)), show(BaseExceptionGroup.derive(group, [KeyError()])), show(ExceptionGroup('x', [KeyError()]).derive([OSError()])))
print(show(BaseExceptionGroup('b', [KeyError(), SystemExit(1)]).subgroup(KeyError)), show(BaseExceptionGroup('b', [KeyError(), SystemExit(1)]).derive([SystemExit()])), show(BaseExceptionGroup('b', [KeyError()])))
print(attempt(group.subgroup), '|', attempt(group.subgroup, 5), '|', attempt(group.split, 'x'), '|', attempt(group.subgroup, (KeyError, 5)), '|', attempt(group.subgroup, [KeyError]))
print(attempt(group.derive), '|', attempt(BaseExceptionGroup.derive, group, []), '|', attempt(BaseExceptionGroup.derive, group, 5), '|', attempt(BaseExceptionGroup.derive, KeyError(), []), '|', attempt(group.subgroup, lambda e: 1 / 0))
print(attempt(Broken('b', [KeyError(), OSError()]).split, KeyError), '|', attempt(Raises('r', [KeyError(), OSError()]).subgroup, OSError), '|', attempt(Raises('r', [KeyError()]).subgroup, OSError), '|', attempt(BaseExceptionGroup.subgroup))
try:
    raise group
except* KeyError as caught:
    print('keys', show(caught), caught.__notes__)
except* (TypeError, ValueError) as caught:
    print('rest', show(caught))
try:
    try:
        raise Coded('again', [inner, OSError(5)], 7)
    except* OSError:
        print('os handled')
except Coded as unhandled:
    print(show(unhandled), unhandled.__context__, unhandled.__traceback__ is not None)
try:
    try:
        raise Broken('b', [KeyError(1), OSError(2)])
    except* KeyError:
        print('never')
except TypeError as error:
    print(error, type(error.__context__).__name__)
print(attempt(setattr, group, 'message', 1), '|', attempt(setattr, group, 'exceptions', ()), '|', group.args[0], len(group.args), Coded.__mro__[1:3])
