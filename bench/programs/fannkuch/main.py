"""Lists: permutations and their reversed prefixes (fannkuch), four times."""

import sys


def fannkuch(size):
    permutation = list(range(size))
    counts = list(range(1, size + 1))
    most = 0
    checksum = 0
    sign = 1
    while True:
        first = permutation[0]
        if first:
            flipped = permutation[:]
            flips = 0
            while first:
                low = 1
                high = first - 1
                flipped[0] = flipped[first]
                flipped[first] = first
                while low < high:
                    flipped[low], flipped[high] = flipped[high], flipped[low]
                    low += 1
                    high -= 1
                first = flipped[0]
                flips += 1
            if flips > most:
                most = flips
            checksum += sign * flips
        if sign == 1:
            permutation[0], permutation[1] = permutation[1], permutation[0]
            sign = -1
        else:
            permutation[1], permutation[2] = permutation[2], permutation[1]
            sign = 1
            for i in range(2, size):
                counts[i] -= 1
                if counts[i]:
                    break
                if i == size - 1:
                    return checksum, most
                counts[i] = i + 1
                moved = permutation[0]
                for j in range(i + 1):
                    permutation[j] = permutation[j + 1]
                permutation[i + 1] = moved


def run(size):
    total = 0
    for _ in range(4):
        checksum, most = fannkuch(size)
        total = (total * 31 + checksum * 101 + most) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
