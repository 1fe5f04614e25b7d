for value in (0, 1, -1, 5, -5, 2 ** 40, -2 ** 40, 2 ** 70, -2 ** 70 - 1):
    for count in (0, 1, 3, 31, 32, 63, 64, 65, 130):
        print(value << count, value >> count, end="; ")
    print()
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: 1 << -1)
attempt(lambda: 1 >> -1)
attempt(lambda: (2 ** 70) << -3)
attempt(lambda: 0 << -1)
attempt(lambda: 1 << 1.0)
attempt(lambda: 1.0 << 1)
attempt(lambda: True << True)
attempt(lambda: 0 << (2 ** 70))
attempt(lambda: 5 >> (2 ** 70))
attempt(lambda: -5 >> (2 ** 70))
