x = int("9" * 30) ** 5
print(len(str(x)))
x / 10 ** -400
