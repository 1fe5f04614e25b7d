"""Undo by copies: a document with shared parts, a grid game with deep copies, caches kept out of copies."""
import copy
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass, field


@dataclass
class Style:
    name: str
    options: dict = field(default_factory=dict)


class Document:
    def __init__(self, title):
        self.title, self.lines, self.styles, self.cache = title, [], {}, {}

    def add(self, text, style):
        self.lines.append((text, self.styles.setdefault(style, Style(style))))
        return self

    def render(self):
        key = len(self.lines)
        if key not in self.cache:
            self.cache[key] = '|'.join(f'{text}:{style.name}{style.options or ""}' for text, style in self.lines)
        return self.cache[key]

    def __getstate__(self):
        state = self.__dict__.copy()
        state['cache'] = {}
        return state

    def __deepcopy__(self, memo):
        new = type(self).__new__(type(self))
        memo[id(self)] = new
        new.__dict__.update(copy.deepcopy(self.__getstate__(), memo))
        return new


class History:
    def __init__(self, state):
        self.states, self.at = [copy.deepcopy(state)], 0

    def save(self, state):
        del self.states[self.at + 1:]
        self.states.append(copy.deepcopy(state))
        self.at += 1

    def move(self, steps):
        self.at = max(0, min(len(self.states) - 1, self.at + steps))
        return copy.deepcopy(self.states[self.at])


document = Document('d').add('one', 'bold').add('two', 'bold').add('three', 'plain')
history = History(document)
document.styles['bold'].options['size'] = 12
print(document.render(), document.cache)
history.save(document)
document.add('four', 'plain').lines.pop(0)
document.styles['plain'].name = 'PLAIN'
history.save(document)
for steps in -1, -1, -1, 2, 0:
    state = history.move(steps)
    print(history.at, state.render(), state.cache is not document.cache, state.lines[0][1] is state.styles['bold'])
shallow = copy.copy(document)
shallow.add('shared', 'new')
print(len(document.lines), document.styles.keys(), shallow.cache, document.cache)


def neighbours(grid, row, column):
    return sum(grid[(row + i) % len(grid)][(column + j) % len(grid[0])] for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j)


grid = [[0] * 6 for _ in range(6)]
for row, column in (0, 1), (1, 2), (2, 0), (2, 1), (2, 2):
    grid[row][column] = 1
seen = []
for generation in range(5):
    seen.append(copy.deepcopy(grid))
    before = copy.deepcopy(grid)
    for row in range(6):
        for column in range(6):
            n = neighbours(before, row, column)
            grid[row][column] = int(n == 3 or n == 2 and before[row][column])
print(*(''.join('.#'[cell] for cell in row) for row in grid), sep='\n')
print(sum(map(sum, seen[0])), seen[0] != seen[4], grid in seen)

kinds = [deque([[1]], 3), defaultdict(list, a=[1]), Counter('aab'), OrderedDict(x=[1]), ChainMap({'a': [1]}, {'b': 2})]
for one in kinds:
    flat, deep = copy.copy(one), copy.deepcopy(one)
    print(type(deep).__name__, deep == one, flat == one, [a is b for a, b in zip(flat.values() if hasattr(flat, 'values') else flat, one.values() if hasattr(one, 'values') else one)][:1],
          [a is b for a, b in zip(deep.values() if hasattr(deep, 'values') else deep, one.values() if hasattr(one, 'values') else one)][:1])
print(copy.deepcopy(kinds[0]).maxlen, copy.deepcopy(kinds[1]).default_factory is list, copy.copy(kinds[4]).maps[1] is kinds[4].maps[1], copy.copy(kinds[4]).maps[0] is kinds[4].maps[0])
