# Valid sources with one token written twice: how many are wrong, what is said, and a
# checksum over types, messages, places and texts.
from mod_mutants import check


def change(parts, at, part):
    return parts[:at + 1] + [' ' if part.isalnum() else '', part] + parts[at + 1:]


check('twice', change)
