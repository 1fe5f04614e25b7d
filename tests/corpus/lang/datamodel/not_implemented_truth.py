# The truth of NotImplemented is asked for by mistake: a warning says so.
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(bool(NotImplemented), not NotImplemented, NotImplemented and 3)
    print([x for x in (1, 2) if NotImplemented], all([NotImplemented]))
    while NotImplemented:
        break
for warning in caught:
    print(warning.category.__name__, warning.message, warning.lineno)

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        if NotImplemented:
            print("not reached")
    except DeprecationWarning as error:
        print("raised:", error)


class Odd:
    def __eq__(self, other):
        return NotImplemented


print(Odd() == 1, Odd() != 1, Odd() in [1, 2])
