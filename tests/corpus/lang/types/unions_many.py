# Unions of many types: no more than the square of their number, equal in any order.
classes = [type("T%d" % i, (), {}) for i in range(600)]
union = classes[0]
for one in classes[1:]:
    union = union | one
print(len(union.__args__))
other = classes[-1]
for one in classes[-2::-1]:
    other = one | other
print(union == other, hash(union) == hash(other), union != other, isinstance(classes[599](), union))
print(len((union | other).__args__))
print(len((union | int | union | str | list[int] | list[int] | union | None).__args__))
print(len((classes[0] | classes[1] | list[int] | (classes[1] | list[str] | list[int])).__args__))
print(int | int, int | str | int, (int | str) | (str | int), None | int | None, list[int] | list[int], int | list[int] | list[str])
print((int | str) == (str | int), (int | str) == (int | str | bytes), (int | list[int]) == (list[int] | int), (int | str) == int)
for wrong in [5, "x", [], 1.5, ...]:
    try:
        print(union | wrong)
    except TypeError as error:
        print("TypeError", str(error)[-60:])
    try:
        print(wrong | (int | str))
    except TypeError as error:
        print("TypeError", error)
