"""Graphs: a class with dict-of-dicts, traversals as generators, shortest paths, components, topological order, a maze."""
import heapq
from collections import ChainMap, deque
from functools import total_ordering
from itertools import combinations
from math import inf


class CycleError(ValueError):
    def __init__(self, cycle):
        super().__init__(' -> '.join(cycle))
        self.cycle = cycle


class Graph:
    def __init__(self, edges=(), directed=False):
        self.links, self.directed = {}, directed
        for edge in edges:
            self.add(*edge)

    def add(self, a, b, weight=1):
        self.links.setdefault(a, {})[b] = weight
        self.links.setdefault(b, {})
        if not self.directed:
            self.links[b][a] = weight
        return self

    def __iter__(self):
        return iter(self.links)

    def __len__(self):
        return len(self.links)

    def __getitem__(self, key):
        match key:
            case (a, b):
                return self.links[a][b]
            case slice(start=a, stop=b):
                return self.path(a, b)
            case a:
                return self.links[a].keys()

    def __contains__(self, key):
        return key[1] in self.links.get(key[0], ()) if isinstance(key, tuple) else key in self.links

    def __invert__(self):
        return Graph(((b, a, w) for a in self for b, w in self.links[a].items()), True)

    def __or__(self, other):
        return Graph([(a, b, w) for g in (self, other) for a in g for b, w in g.links[a].items()], self.directed and other.directed)

    def breadth(self, start):
        seen, queue = {start: 0}, deque([start])
        while queue:
            yield (node := queue.popleft()), seen[node]
            for near in self[node]:
                if near not in seen:
                    seen[near] = seen[node] + 1
                    queue.append(near)

    def depth(self, start, seen=None):
        seen = set() if seen is None else seen
        seen.add(start)
        yield 'in', start
        for near in self.links[start]:
            if near not in seen:
                yield from self.depth(near, seen)
        yield 'out', start

    def path(self, start, goal):
        best, queue = {start: (0, None)}, [(0, start)]
        while queue:
            cost, node = heapq.heappop(queue)
            if node == goal:
                path = []
                while node is not None:
                    path.append(node)
                    node = best[node][1]
                return cost, path[::-1]
            for near, weight in self.links[node].items():
                if cost + weight < best.get(near, (inf,))[0]:
                    best[near] = cost + weight, node
                    heapq.heappush(queue, (cost + weight, near))
        return inf, []

    def components(self):
        seen = set()
        for node in self:
            if node not in seen:
                part = {name for name, _ in self.breadth(node)}
                seen |= part
                yield sorted(part)

    def order(self):
        state, result = {}, []

        def visit(node, trail):
            if state.get(node) == 'done':
                return
            if state.get(node) == 'open':
                raise CycleError(trail[trail.index(node):] + [node])
            state[node] = 'open'
            for near in self.links[node]:
                visit(near, trail + [node])
            state[node] = 'done'
            result.append(node)
        for node in self:
            visit(node, [])
        return result[::-1]

    def spanning(self):
        leader = {node: node for node in self}

        def find(node):
            while leader[node] != node:
                leader[node] = node = leader[leader[node]]
            return node
        for weight, a, b in sorted((w, a, b) for a in self for b, w in self.links[a].items() if a < b):
            if (x := find(a)) != (y := find(b)):
                leader[x] = y
                yield a + b, weight


roads = Graph([('a', 'b', 4), ('a', 'c', 2), ('b', 'c', 1), ('b', 'd', 5), ('c', 'd', 8), ('c', 'e', 10), ('d', 'e', 2), ('x', 'y', 3)])
print(roads['a':'e'], roads['a':'x'], roads['a', 'c'], list(roads['c']), ('a', 'b') in roads, 'z' in roads, len(roads))
print([*roads.breadth('a')], ''.join(name if how == 'in' else name.upper() for how, name in roads.depth('a')), [*roads.components()], [*roads.spanning()])
tasks = Graph([('shop', 'cook'), ('cook', 'eat'), ('lay', 'eat'), ('eat', 'wash'), ('shop', 'lay')], directed=True)
print(tasks.order(), (~tasks).order(), len(tasks | roads), (tasks | Graph([('wash', 'rest')], True)).order()[-1])
try:
    tasks.add('eat', 'shop').order()
except CycleError as error:
    print(type(error).__name__, error, error.cycle)
for wrong in lambda: roads['q'], lambda: roads['a', 'z'], lambda: roads['a':'q'], lambda: [*roads.breadth('q')]:
    try:
        print(wrong())
    except KeyError as error:
        print('KeyError', error)

MAZE = '''
#########
#S..#...#
#.#.#.#.#
#.#...#.#
#.#####.#
#...#..G#
#########
'''.strip().split('\n')


@total_ordering
class Place(complex):
    def __lt__(self, other):
        return (self.imag, self.real) < (other.imag, other.real)

    def __add__(self, other):
        return Place(complex(self) + other)


spots = {Place(x, y): char for y, row in enumerate(MAZE) for x, char in enumerate(row) if char != '#'}
maze = Graph((spot, spot + step) for spot in spots for step in (1, 1j) if spot + step in spots)
start, goal = (next(spot for spot, char in spots.items() if char == mark) for mark in 'SG')
cost, path = maze[start:goal]
print(cost, len(path))
for y, row in enumerate(MAZE):
    print(''.join('o' if complex(x, y) in path and char == '.' else char for x, char in enumerate(row)))
cliques = Graph(combinations('pqrs', 2))
print(sum(1 for trio in combinations(cliques, 3) if all(pair in cliques for pair in combinations(trio, 2))), ChainMap(cliques.links['p'], roads.links['a'])['b'])
