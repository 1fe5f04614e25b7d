"""Searches with itertools: queens, sudoku by constraint, knapsack, word squares, paths on a grid."""
from itertools import chain, combinations, count, permutations, product


def queens(n):
    columns = range(n)
    return [order for order in permutations(columns)
            if n == len({order[i] + i for i in columns}) == len({order[i] - i for i in columns})]


found = queens(6)
print(len(found), found[0], [len(queens(n)) for n in range(1, 6)])
for row in found[0]:
    print("." * row + "Q" + "." * (5 - row))

GRID = "53..7.... 6..195... .98....6. 8...6...3 4..8.3..1 7...2...6 .6....28. ...419..5 ....8..79".split()


def sudoku(grid):
    cells = {(r, c): set("123456789") if ch == "." else {ch} for r, row in enumerate(grid) for c, ch in enumerate(row)}
    units = [[(r, c) for c in range(9)] for r in range(9)] + [[(r, c) for r in range(9)] for c in range(9)]
    units += [list(product(range(r, r + 3), range(c, c + 3))) for r, c in product((0, 3, 6), repeat=2)]
    peers = {cell: set(chain.from_iterable(unit for unit in units if cell in unit)) - {cell} for cell in cells}
    for round_number in count(1):
        before = sum(map(len, cells.values()))
        for cell, values in cells.items():
            if len(values) > 1:
                values -= set(chain.from_iterable(cells[peer] for peer in peers[cell] if len(cells[peer]) == 1))
            if not values:
                raise ValueError(f"nothing fits {cell}")
        for unit in units:
            for digit in "123456789":
                places = [cell for cell in unit if digit in cells[cell]]
                if len(places) == 1:
                    cells[places[0]] = {digit}
        if sum(map(len, cells.values())) == before:
            return round_number, ["".join(min(cells[r, c]) if len(cells[r, c]) == 1 else "?" for c in range(9)) for r in range(9)]


rounds, solved = sudoku(GRID)
print(rounds, *solved)
try:
    sudoku(["55......."] + GRID[1:])
except ValueError as error:
    print(error)
ITEMS = {"tent": (7, 9), "rope": (3, 4), "stove": (4, 5), "book": (1, 1), "axe": (5, 7), "map": (1, 3)}
best = max((combo for size in range(len(ITEMS) + 1) for combo in combinations(ITEMS, size) if sum(ITEMS[i][0] for i in combo) <= 12),
           key=lambda combo: (sum(ITEMS[i][1] for i in combo), -len(combo)))
print(best, sum(ITEMS[i][1] for i in best))
WORDS = ["BIT", "ICE", "TEN", "CAT", "ARE", "TEA", "BAT", "ATE"]
print([square for square in permutations(WORDS, 3) if all("".join(column) == word for column, word in zip(zip(*square), square))])
ways = {(0, 0): 1}
for x, y in sorted(product(range(8), repeat=2), key=sum):
    if (x, y) not in ((3, 3), (0, 0)):
        ways[x, y] = ways.get((x - 1, y), 0) + ways.get((x, y - 1), 0)
print(ways[7, 7])
SEND = next((s, e, n, d, m, o, r, y) for s, e, n, d, o, r, y in permutations((0, 2, 3, 4, 5, 6, 7, 8, 9), 7) for m in (1,)
            if s == 9 and o == 0 and (s * 1000 + e * 100 + n * 10 + d) + (m * 1000 + o * 100 + r * 10 + e) == m * 10000 + o * 1000 + n * 100 + e * 10 + y)
print(SEND)
