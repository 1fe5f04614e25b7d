"""Patterns None, True, False compare by identity; every other literal compares by ==."""


class Anything:
    """Equal to everything."""

    def __eq__(self, other):
        print('  compared with', other)
        return True


def which(subject):
    match subject:
        case None:
            return 'none'
        case True:
            return 'true'
        case False:
            return 'false'
        case 0 | 1 as number:
            return f'number {number!r}' if type(number) is not Anything else 'number, it says'
        case '':
            return 'empty text'
        case [None, True | False as flag]:
            return f'pair with {flag}'
        case {'on': True, 'off': False, **rest}:
            return f'switch {rest}'
        case {'on': None}:
            return 'unset'
        case [True, *_, False]:
            return 'from true to false'
        case bool():
            return 'impossible'
    return 'other'


for subject in (None, True, False, 0, 1, 1.0, 0.0, 1 + 0j, '', [None, True], [None, 1], (None, False), [0, False],
                {'on': True, 'off': False, 'x': 1}, {'on': 1, 'off': 0}, {'on': None}, {}, [True, 1, 0, False], [True, False], [1, 0], ...):
    print(repr(subject), '->', which(subject))
print('anything ->', which(Anything()))


def truth_table(a, b):
    match (a, b):
        case (True, True):
            return 'both'
        case (True, False) | (False, True):
            return 'one'
        case (False, False):
            return 'neither'
        case (None, _) | (_, None):
            return 'unknown'
        case _:
            return 'no booleans'


for a in True, False, None, 1:
    print([truth_table(a, b) for b in (True, False, None, 0)])


class Setting:
    __match_args__ = ('name', 'value')

    def __init__(self, name, value=None):
        self.name, self.value = name, value


for setting in Setting('a'), Setting('b', True), Setting('c', False), Setting('d', 1), Setting(None):
    match setting:
        case Setting(None):
            print('nameless')
        case Setting(name, None):
            print(name, 'not set')
        case Setting(name, value=True):
            print(name, 'on')
        case Setting(name, False):
            print(name, 'off')
        case Setting(name, other) if other is not None:
            print(name, other)
