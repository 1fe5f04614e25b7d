big = 2 ** 53
print(big == float(big), big + 1 == float(big), big + 1 > float(big), float(big) < big + 1)
print(2 ** 1000 < 1e308, 2 ** 2000 > 1e308, -2 ** 2000 < -1e308, 2 ** 2000 < float("inf"), -2 ** 2000 > float("-inf"))
print(1 < 1.5 < 2, 1 == 1.0, 1 != 1.0000001, 3 >= 3.0, True == 1.0)
nan = float("nan")
print(1 < nan, 1 > nan, 1 == nan, nan == nan, nan != nan, 2 ** 100 < nan)
print(max(1, 1.0), max(1.0, 1), min(2, 2.0), min(2.0, 2))
def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)
attempt(lambda: 1 < "a")
attempt(lambda: "a" >= 1)
attempt(lambda: None < None)
attempt(lambda: [] < ())
attempt(lambda: {} < {})
attempt(lambda: 1 < None)
attempt(lambda: len < len)
print(1 == "1", None == 0, [] == (), {} == [], "" == None, 1 != "1")
