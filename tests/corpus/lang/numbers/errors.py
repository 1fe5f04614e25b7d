# Numbers that lack operations, and registered ones.
import numbers


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


class Half(numbers.Complex):
    def __complex__(self):
        return 1 + 2j


attempt(Half)
for each in (numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral):
    attempt(each)
    attempt(each.register, 5)
    attempt(each.register, each)


class Money:
    def __init__(self, amount):
        self.amount = amount


print(isinstance(Money(1), numbers.Number))
numbers.Number.register(Money)
print(isinstance(Money(1), numbers.Number), isinstance(Money(1), numbers.Real))


@numbers.Rational.register
class Quarter:
    numerator, denominator = 1, 4


print([issubclass(Quarter, each) for each in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])
print(numbers.Rational.__float__(Quarter()))
attempt(numbers.Integral.register, numbers.Number)
for name in ('__add__', '__mul__', '__neg__', '__abs__', '__eq__', '__pow__'):
    try:
        getattr(numbers.Complex, name)(*[1, 2][:1 if name in ('__neg__', '__abs__') else 2])
    except NotImplementedError as e:
        print(name, type(e).__name__, e)
attempt(numbers.Real.__floor__, 1.5)
attempt(numbers.Real.__divmod__, 7, 2)
attempt(numbers.Real.__rdivmod__, 2, 7)
attempt(numbers.Complex.__sub__, 7, 2)
attempt(numbers.Complex.__rsub__, 7, 2)
attempt(numbers.Complex.__bool__, 0)
attempt(numbers.Real.__complex__, 3)
attempt(numbers.Integral.__index__, 3.0)
attempt(numbers.Integral.__float__, 3)
attempt(hash, type('Plain', (numbers.Number,), {})())
attempt(lambda: {numbers.Number(): 1})


def total(values):
    if not all(isinstance(each, numbers.Real) for each in values):
        raise TypeError('real numbers only')
    return sum(values)


attempt(total, [1, 2.5, True])
attempt(total, [1, 2j])
attempt(total, [1, '2'])
