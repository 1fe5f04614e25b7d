"""A walk over decoded JSON with match: singletons, guards, nested captures, errors by path."""
import json

TEXT = '''{"users": [{"name": "Ann", "age": 31, "active": true, "tags": ["a", "b"]},
 {"name": "Bob", "age": null, "active": false, "tags": []},
 {"name": 7, "age": -1, "active": null}, [1, 2.5, [true, [false, [null]]]], "text", {}],
 "version": 2}'''


def describe(value):
    match value:
        case None:
            return 'null'
        case True | False as flag:
            return 'yes' if flag else 'no'
        case int(n) if n < 0:
            return f'negative {-n}'
        case int() | float() as n:
            return f'number {n}'
        case str(text):
            return f'text of {len(text)}'
        case []:
            return 'empty list'
        case [only]:
            return f'just {describe(only)}'
        case [first, *_, last]:
            return f'from {describe(first)} to {describe(last)}'
        case {}:
            return f'object of {len(value)}'


def check(user, path):
    match user:
        case {'name': str(name), 'age': None | int() as age, 'active': True | False as active, **rest} if age is None or age >= 0:
            match rest:
                case {'tags': [*tags]} if all(isinstance(tag, str) for tag in tags):
                    yield f'{path}: {name} {age} {active} {"+".join(tags) or "untagged"}'
                case {}:
                    yield f'{path}: {name} without tags {rest}'
        case {'name': name, 'age': age} if not isinstance(name, str):
            yield f'{path}.name: {describe(name)}, age {describe(age)}'
        case {**everything} if not everything:
            yield f'{path}: empty'
        case [*items]:
            for number, item in enumerate(items):
                yield f'{path}[{number}]: {describe(item)}'
        case str() | int() | None as scalar:
            yield f'{path}: only {describe(scalar)}'


match json.loads(TEXT):
    case {'users': [*users], 'version': 1 | 2 as version, **nothing} if not nothing:
        print('version', version)
        for number, user in enumerate(users):
            for line in check(user, f'users[{number}]'):
                print(line)
    case _:
        print('no such document')

for value in [], [None], [1, 'x'], [[], {}], {'a': None}, -5, 1e3, True, [[[]]], (1,), 'é', b'bytes':
    print(repr(value), '->', describe(value))
