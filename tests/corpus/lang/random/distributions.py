# Numbers of the distributions.
import random


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


r = random.Random(99)


def rows(name, *args):
    print(name, args, ["%.12g" % getattr(r, name)(*args) for _ in range(4)])


rows("uniform", 2, 5)
rows("uniform", 5, -5.5)
rows("triangular")
rows("triangular", 1, 10)
rows("triangular", 1, 10, 2)
rows("triangular", 3, 3, 3)
rows("normalvariate")
rows("normalvariate", 10, 2)
rows("gauss")
rows("gauss", 100, 0.5)
rows("lognormvariate", 0, 1)
rows("expovariate", 1.5)
rows("expovariate", -2)
rows("vonmisesvariate", 1, 4)
rows("vonmisesvariate", 0, 0)
rows("vonmisesvariate", 3, 1e-7)
rows("gammavariate", 0.5, 2)
rows("gammavariate", 1, 2)
rows("gammavariate", 9, 0.5)
rows("betavariate", 2, 3)
rows("betavariate", 0.5, 0.5)
rows("paretovariate", 3)
rows("weibullvariate", 1, 1.5)
random.seed(5)
for name, args in (("uniform", (0, 1)), ("triangular", ()), ("betavariate", (1, 2)),
                   ("expovariate", (1,)), ("gammavariate", (2, 1)), ("gauss", (0, 1)),
                   ("lognormvariate", (0, 1)), ("normalvariate", (0, 1)),
                   ("vonmisesvariate", (0, 1)), ("paretovariate", (1,)), ("weibullvariate", (1, 1))):
    print(name, "%.12g" % getattr(random, name)(*args))
show(r.uniform, 1)
show(r.uniform, "a", 1)
show(r.triangular, "a", "b")
show(r.normalvariate, "a")
show(r.gauss, None)
show(r.lognormvariate, 1)
show(r.expovariate, 0)
show(r.vonmisesvariate, 1)
show(r.gammavariate, 0, 1)
show(r.gammavariate, 1, -1)
show(r.betavariate, 0, 1)
show(r.paretovariate, 0)
show(r.weibullvariate, 1, 0)
