# Valid sources with one token replaced by a name: how many are wrong, what is said, and a
# checksum over types, messages, places and texts.
from mod_mutants import check


def change(parts, at, part):
    return parts[:at] + [' z '] + parts[at + 1:]


check('name', change)
