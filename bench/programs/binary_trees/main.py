"""Allocation: binary trees of many depths, made, walked and dropped, beside one that stays."""

import sys


def tree(depth):
    if depth == 0:
        return None, None
    depth -= 1
    return tree(depth), tree(depth)


def check(node):
    left, right = node
    if left is None:
        return 1
    return 1 + check(left) + check(right)


def run(most):
    total = check(tree(most + 1))
    kept = tree(most)
    for depth in range(4, most + 1, 4):
        for _ in range(2 ** (most - depth + 4)):
            total += check(tree(depth))
    return total + check(kept)


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 17))
