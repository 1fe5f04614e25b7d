def f(a, b):
    return a / b
result = f(
    10,
    f(0,
      1),
)
