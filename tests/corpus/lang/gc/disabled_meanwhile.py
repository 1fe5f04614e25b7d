# What dies while the collector is off stays until it is on again, also where it was at work just then.
import gc
import weakref


class Cell:
    pass


gone = set()
early = 0
for turn in range(60):
    junk = [[number] for number in range(turn * 131 % 1009)]
    gc.disable()
    for number in range(300):
        cell = Cell()
        cell.me = cell
        weakref.finalize(cell, gone.add, (turn, number))
    cell = None
    early += any(one == turn for one, _ in list(gone))
    gc.enable()
gc.collect()
print(early, len(gone))
