"""Every distribution with a seed: values, means within bounds, refused parameters."""
import math
import random


def attempt(what, function, *args):
    try:
        print(what, "->", function(*args))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


rng = random.Random(2024)
DRAWS = [
    ("betavariate", (2, 5)), ("gammavariate", (0.5, 2)), ("gammavariate", (1, 2)), ("gammavariate", (3, 0.5)), ("lognormvariate", (0, 0.25)),
    ("normalvariate", (10, 2)), ("gauss", (10, 2)), ("paretovariate", (3,)), ("triangular", (0, 10, 2)), ("triangular", ()),
    ("vonmisesvariate", (1, 4)), ("vonmisesvariate", (0, 0)), ("weibullvariate", (1, 1.5)), ("expovariate", (0.5,)), ("uniform", (-1, 1)),
]
for name, parameters in DRAWS:
    draw = getattr(rng, name)
    values = [draw(*parameters) for _ in range(200)]
    print(f"{name}{parameters}", [round(value, 9) for value in values[:3]], round(math.fsum(values) / 200, 6))
random.seed(7)
print([round(value, 10) for value in (random.betavariate(1, 1), random.gammavariate(2, 2), random.lognormvariate(1, 1), random.normalvariate(),
       random.paretovariate(1), random.triangular(5, 1), random.vonmisesvariate(0, 1), random.weibullvariate(2, 2))])
state = random.getstate()
first = [random.random() for _ in range(3)]
random.setstate(state)
print(first == [random.random() for _ in range(3)], state[0], len(state[1]), state[2])
attempt("betavariate", random.betavariate, 0, 1)
attempt("gammavariate", random.gammavariate, -1, 1)
attempt("gammavariate", random.gammavariate, 1, 0)
attempt("lognormvariate", random.lognormvariate, "a", 1)
attempt("normalvariate", random.normalvariate, 0, None)
attempt("paretovariate", random.paretovariate, 0)
attempt("triangular", random.triangular, 1, "b")
attempt("triangular", random.triangular, 3, 3)
attempt("vonmisesvariate", random.vonmisesvariate, 0)
attempt("weibullvariate", random.weibullvariate, 1, 0)
attempt("expovariate", random.expovariate, 0)
attempt("gauss", random.gauss, "x", 1)
attempt("uniform", random.uniform, 1)
attempt("getstate", lambda: random.getstate(1))
attempt("setstate", random.setstate, (3, (1, 2), None))
attempt("setstate", random.setstate, (9, (), None))
attempt("setstate", random.setstate, 5)
