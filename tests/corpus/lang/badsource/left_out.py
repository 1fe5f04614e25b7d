# Some errors of syntax are told at another place or in other words.
from mod_mutants import KNOWN, outcome

for kind, sources in KNOWN.items():
    for source in sources:
        print(kind, repr(source))
        print("   ", outcome(source))
