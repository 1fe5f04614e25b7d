# Valid sources with one token put before the one before it: how many are wrong, what is said, and a
# checksum over types, messages, places and texts.
from mod_mutants import check


def change(parts, at, part):
    before = max(at - 1, 0)
    return parts[:before] + [part, ' '] + parts[before:at] + [' '] + parts[at + 1:]


check('swapped', change)
