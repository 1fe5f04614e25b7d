# Small and large numbers are values here: equal ones are the same object.
def apart(a, b):
    return a == b, a is b


big = 1 << 40
print(apart(big, int(str(big))))
print(apart(1.5, float("1.5")))
print(apart(float("inf"), float("inf")))
nan = float("nan")
print(nan is float("nan"), nan in [float("nan")])
print(len({id(n) for n in (1.5, float("1.5"), 3.0 / 2)}))
