"""The longest allocation on a small board, in the instructions of its processor: `cargo xtask qemu
--pauses` runs it in a VM of some KiB. Prints the least, which is what the loop itself takes, and
the longest, which holds the longest step of the collector.
"""

import board

KEPT = 20
ROUND = 671_088_640


def turns(n):
    kept = [None] * KEPT
    least, longest = ROUND, 0
    for i in range(n):
        start = board.instructions()
        kept[i % KEPT] = [i]
        took = (board.instructions() - start) % ROUND
        if i >= KEPT:
            least = min(least, took)
            longest = max(longest, took)
    return least, longest


print(*turns(20_000))
