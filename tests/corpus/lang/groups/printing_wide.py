# No more than 15 exceptions are shown, no more than 10 groups in each other.
import sys


class Loud(ExceptionGroup):
    def __str__(self):
        return "loud\ntext"


class Broken(Exception):
    def __str__(self):
        raise ValueError


deep = ValueError("never shown")
for i in range(12):
    deep = ExceptionGroup("deep %d" % i, [deep, KeyError(i)] if i == 3 else [deep])
wide = [IndexError(i) for i in range(14)] + [ExceptionGroup("last", [TypeError("t")])]
notes = Broken()
notes.__notes__ = 5
raise Loud(
    "top",
    [
        ExceptionGroup("15", wide),
        ExceptionGroup("16", wide + [TypeError("hidden")]),
        ExceptionGroup("17", wide + [TypeError("hidden")] * 2),
        notes,
        deep,
        NameError("name 'lenn' is not defined", name="lenn"),
    ],
)
